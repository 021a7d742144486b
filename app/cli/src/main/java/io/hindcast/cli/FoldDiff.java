package io.hindcast.cli;

import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Rows;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.compare.CategoryComparison;
import io.hindcast.engine.compare.Divergence;
import io.hindcast.engine.compare.FoldComparison;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Two folds over the same events, printed: one row for a stream's first divergence, in tables one for each field of it.
final class FoldDiff {
    private static final List<String> COLUMNS =
            List.of("stream", "version", "position", "type", "recordedAt", "path", "fold", "against");

    private final House house;
    private final StoreOptions options;
    private final FoldComparison comparison;
    private final Fold one;
    private final Fold other;

    FoldDiff(House house, StoreOptions options, boolean shared, Fold one, Fold other) {
        this.house = house;
        this.options = options;
        this.comparison = new FoldComparison(shared);
        this.one = one;
        this.other = other;
    }

    int stream(OpenStore store, String name) {
        StreamHistory history = HistoryOptions.load(house, store, name, one);
        StreamHistory otherwise = history.foldedWith(other, Cancellation.never());
        var divergence = comparison.first(history, otherwise, Cancellation.never());
        try (var rows = rows()) {
            divergence.ifPresent(it -> add(it, rows));
        }
        house.terminal()
                .say(divergence.isEmpty()
                        ? "The folds agree after each of %,d events.".formatted(history.size())
                        : "The folds part at %s.".formatted(place(divergence.get())));
        return divergence.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private String place(Divergence divergence) {
        return divergence
                .event()
                .map(event -> event.place().replace(divergence.stream(), house.terminal().curtain().stream(divergence.stream())) + " (" + event.type() + ")")
                .orElse("the state before the first event");
    }

    int category(OpenStore store, String category) {
        store.buildIndex(Indexing.progress(house.terminal()), Cancellation.never());
        Indexing.clear(house.terminal());
        List<String> streams = store.streams().stream()
                .filter(it -> it.category().equals(category))
                .map(StreamSummary::stream)
                .toList();
        if (streams.isEmpty()) {
            throw new UsageException("The store has no category named " + category + "; `hindcast inspect` lists them.");
        }
        try (var rows = rows()) {
            CategoryComparison.Result result = new CategoryComparison(comparison)
                    .run(store, streams, one, other, it -> add(it, rows), Indexing.progress(house.terminal()), Cancellation.never());
            Indexing.clear(house.terminal());
            house.terminal()
                    .say("The folds part in %,d of %,d streams.".formatted(result.diverging(), result.compared()));
            return result.diverging() == 0 ? ExitCode.DONE : ExitCode.FOUND;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Comparing the folds stopped: " + failure.sentence(), failure);
        }
    }

    private Rows rows() {
        return Rows.in(options.format(house.terminal()), COLUMNS, options.out(house.terminal()));
    }

    private void add(Divergence divergence, Rows rows) {
        Format format = options.format(house.terminal());
        if (format == Format.JSON || format == Format.NDJSON) {
            rows.add(document(divergence));
        } else {
            divergence.changes().forEach(change -> {
                var row = head(divergence);
                row.putAll(change(change));
                rows.add(Fields.of(row));
            });
        }
    }

    private Fields document(Divergence divergence) {
        var row = head(divergence);
        row.put("category", new Text(divergence.category()));
        row.put("folds", Fields.of("fold", new Text(one.name())).with("against", new Text(other.name())));
        row.put(
                "changes",
                new Items(divergence.changes().stream()
                        .<StateValue>map(it -> Fields.of(change(it)))
                        .toList()));
        row.put("foldProblem", EventRow.text(divergence.problem()));
        row.put("againstProblem", EventRow.text(divergence.otherProblem()));
        return Fields.of(row);
    }

    private static SequencedMap<String, StateValue> head(Divergence divergence) {
        var event = divergence.event();
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(divergence.stream()));
        row.put("version", event.map(it -> EventRow.number(it.version())).orElse(Null.NULL));
        row.put("position", EventRow.position(event.flatMap(Event::position)));
        row.put("type", EventRow.text(event.map(Event::type)));
        row.put("recordedAt", EventRow.instant(event.flatMap(Event::recordedAt)));
        return row;
    }

    private static SequencedMap<String, StateValue> change(Change change) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("path", new Text(change.path().toString()));
        row.put("fold", change.before().isPresent() ? change.before() : Null.NULL);
        row.put("against", change.after().isPresent() ? change.after() : Null.NULL);
        return row;
    }
}
