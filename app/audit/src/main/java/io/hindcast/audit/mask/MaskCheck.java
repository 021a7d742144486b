package io.hindcast.audit.mask;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.Spelling;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.mask.MaskRule;
import io.hindcast.engine.mask.MaskScope;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.population.States;
import io.hindcast.engine.population.StatesQuestion;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.CategorySummary;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Holds masks against a store: where a text that they hide in the events of a stream still shows in other fields of its
/// events, in its snapshots or its newest state; and which masks never met anything. Reads the store twice and folds it once.
///
/// Texts shorter than four characters and numbers of fewer than five digits are not looked for: they stand everywhere.
public final class MaskCheck {
    private final OpenStore store;
    private final Fold fold;
    private final Masking masking;
    private final MaskLog log = new MaskLog();
    private final Hidden hidden = new Hidden();
    private final Map<Spot, Seen> leaks = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private boolean complete = true;

    public MaskCheck(OpenStore store, Fold fold, Masking masking) {
        this.store = store;
        this.fold = fold;
        this.masking = masking;
    }

    private record Spot(MaskPlace place, String path) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            int byPlace = place.compareTo(other.place);
            return byPlace != 0 ? byPlace : path.compareTo(other.path);
        }
    }

    private record Seen(long count, String stream, OptionalLong version) {}

    /// A place that shows what a mask hides elsewhere.
    ///
    /// @param path items of lists as `*`
    /// @param count how many values
    /// @param stream where it was seen first, with the version
    public record Leak(MaskPlace place, String path, long count, String stream, OptionalLong version) {}

    /// A mask that met nothing.
    ///
    /// @param near a field of the store that may have been meant
    public record Idle(String rule, Optional<String> near) {}

    /// @param whole false where it was cancelled, or where there was too much to remember
    public record Answer(List<Leak> leaks, List<Idle> idle, MaskLog masked, boolean whole) {
        public Answer {
            leaks = List.copyOf(leaks);
            idle = List.copyOf(idle);
        }
    }

    /// Blocks.
    ///
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public Answer run(Progress progress, Cancellation cancellation) {
        complete = store.buildIndex(progress, cancellation);
        events(this::learn, progress, cancellation);
        events(this::compare, progress, cancellation);
        snapshots(cancellation);
        states(progress, cancellation);
        var found = new ArrayList<Leak>();
        leaks.forEach((spot, seen) -> found.add(new Leak(spot.place, spot.path, seen.count, seen.stream, seen.version)));
        return new Answer(found, idle(), log, complete && !hidden.isFull() && !cancellation.isCancelled());
    }

    private void events(Consumer<Event> taker, Progress progress, Cancellation cancellation) {
        long read = 0;
        try (EventCursor cursor = store.source().read(ReadRequest.store(Detail.FULL))) {
            for (var page = cursor.next(); page.isPresent() && !cancellation.isCancelled(); page = cursor.next()) {
                EventPage events = page.get();
                for (int row = 0; row < events.size(); row++) {
                    taker.accept(events.event(row));
                }
                read += events.size();
                progress.advanced(read, store.index().size());
            }
        }
    }

    private void learn(Event event) {
        SourceInfo info = store.infoOf(event.stream());
        StateValue data = store.decoder().decode(event.data(), info.data());
        StateValue metadata = store.decoder().decode(event.metadata(), info.metadata());
        Leaves.names(data, names);
        Leaves.names(metadata, names);
        event.id().ifPresent(id -> masking.header(MaskPlace.EVENT_ID, id, log));
        masking.header(MaskPlace.STREAM, event.stream(), log);
        hidden.learn(event.stream(), data, masking.value(MaskScope.data(event.category(), event.type()), data, log));
        hidden.learn(
                event.stream(), metadata, masking.value(MaskScope.metadata(event.category(), event.type()), metadata, log));
    }

    private void compare(Event event) {
        SourceInfo info = store.infoOf(event.stream());
        look(MaskScope.data(event.category(), event.type()), event.stream(), event.version(),
                store.decoder().decode(event.data(), info.data()));
        look(MaskScope.metadata(event.category(), event.type()), event.stream(), event.version(),
                store.decoder().decode(event.metadata(), info.metadata()));
    }

    private void look(MaskScope scope, String stream, OptionalLong version, StateValue value) {
        var uncounted = scope.place() == MaskPlace.STATE ? log : new MaskLog();
        Leaves.each(masking.value(scope, value, uncounted), (path, leaf) -> {
            if (hidden.shows(stream, leaf)) {
                leaks.merge(
                        new Spot(scope.place(), path),
                        new Seen(1, stream, version),
                        (before, _) -> new Seen(before.count + 1, before.stream, before.version));
            }
        });
    }

    private void snapshots(Cancellation cancellation) {
        for (StreamSummary stream : store.streams()) {
            if (cancellation.isCancelled()) {
                return;
            }
            for (StoredSnapshot snapshot : store.snapshots(stream.stream())) {
                StateValue state = store.decoder()
                        .decode(snapshot.state(), store.infoOf(snapshot.stream()).snapshotState());
                Leaves.names(state, names);
                look(
                        MaskScope.state(stream.category()),
                        stream.stream(),
                        OptionalLong.of(snapshot.version()),
                        state);
            }
        }
    }

    private void states(Progress progress, Cancellation cancellation) {
        for (CategorySummary category : store.categories()) {
            if (cancellation.isCancelled() || !fold.covers(category.name())) {
                continue;
            }
            var question = new StatesQuestion(category.name(), fold, Moment.HEAD, Optional.empty(), ZoneOffset.UTC);
            new States(store).at(question, one -> {
                Leaves.names(one.state(), names);
                look(MaskScope.state(category.name()), one.stream(), one.version(), one.state());
            }, progress, cancellation);
        }
    }

    private List<Idle> idle() {
        Set<String> met = log.counts().stream().map(MaskLog.Count::rule).collect(Collectors.toSet());
        return masking.rules().all().stream()
                .filter(rule -> !met.contains(rule.name()))
                .map(rule -> new Idle(rule.name(), near(rule)))
                .toList();
    }

    private Optional<String> near(MaskRule rule) {
        return rule.target() instanceof MaskRule.Target.At(List<String> steps, _)
                ? Spelling.nearest(steps.getLast(), names).filter(name -> !name.equals(steps.getLast()))
                : Optional.empty();
    }
}
