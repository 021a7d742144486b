package io.hindcast.cli;

import io.hindcast.cli.output.Rows;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.engine.work.Cancellation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast diff`: what differs between two moments (`--from A --to B`), between what was recorded and a supposition
/// (`--mute v12`), or between two folds (`--against FILE`).
@Command(
        name = "diff",
        description = "Compares one stream at two moments, with a supposition, or with another fold.",
        mixinStandardHelpOptions = true)
final class DiffVerb implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("path", "kind", "before", "after");

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--stream", paramLabel = "NAME", description = "The stream to compare.")
    @Nullable String stream;

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            description = "The earlier moment; may be left out under a supposition, which is then compared with what was recorded.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "MOMENT", defaultValue = "head", description = "The later moment (head).")
    String to = "head";

    @Option(
            names = "--effective",
            paramLabel = "DATE",
            description = "On both sides only what holds in the world up to the end of this date.")
    @Nullable String effective;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Another fold over the same events (a file, or `proposed`): the first event after which they part.")
    @Nullable Path against;

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = "With --against: the first event of every stream of this category.")
    @Nullable String category;

    @Option(
            names = "--shared",
            description = "With --against: a field that only one of the folds makes is no difference.")
    boolean shared;

    @Mixin
    HypothesisOptions suppositions = new HypothesisOptions();

    DiffVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (against != null) {
            return againstFold(against);
        }
        if (category != null || shared) {
            throw new UsageException("--category and --shared go with --against FILE.");
        }
        Optional<Moment> first = Optional.ofNullable(from).map(options::moment);
        Moment second = options.moment(to);
        Optional<LocalDate> date = options.date(effective);
        String name = streamName();
        try (var store = options.open(house)) {
            return differences(store, name, first, second, date);
        }
    }

    private String streamName() {
        if (stream == null) {
            throw new UsageException("Say which stream: --stream NAME; `hindcast streams` lists them.");
        }
        return stream;
    }

    private int differences(
            OpenStore store, String name, Optional<Moment> first, Moment second, Optional<LocalDate> date) {
        Terminal terminal = house.terminal();
        Hypothesis hypothesis = suppositions.of(store, name);
        if (first.isEmpty() && hypothesis.isEmpty()) {
            throw new UsageException("Say from when: --from MOMENT. Or suppose something with --mute, or name another fold with --against.");
        }
        StreamHistory recorded = HistoryOptions.load(house, store, name, options.fold(house, store));
        HypothesisOptions.checkAgainst(recorded, hypothesis);
        StreamEnd.say(terminal, recorded, first.orElse(second), second);
        StreamHistory supposed = hypothesis.isEmpty()
                ? recorded
                : recorded.foldedWith(hypothesis.over(recorded.fold()), Cancellation.never());
        StateAt before = at(first.isPresent() ? supposed : recorded, first.orElse(second), date);
        StateAt after = at(supposed, second, date);
        List<Change> changes = Difference.between(before.state(), after.state());
        try (var rows = Rows.in(options.format(terminal), columns(hypothesis), options.out(terminal))) {
            changes.forEach(change -> rows.add(row(change, hypothesis)));
        }
        HypothesisOptions.say(terminal, hypothesis);
        if (!after.isReliable()) {
            terminal.say("%d events could not be folded: the states are unreliable."
                    .formatted(after.problems().size()));
        }
        return changes.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private StateAt at(StreamHistory history, Moment moment, Optional<LocalDate> date) {
        return date.map(day -> history.at(moment, day, options.zone())).orElseGet(() -> history.at(moment));
    }

    private int againstFold(Path file) {
        if (from != null || effective != null || !suppositions.muted.isEmpty() || !suppositions.replaced.isEmpty()) {
            throw new UsageException("--against compares two folds over all events; leave out --from, --effective, --mute and --replace.");
        }
        if ((stream == null) == (category == null)) {
            throw new UsageException("Say what to compare: --stream NAME or --category NAME.");
        }
        try (var store = options.open(house)) {
            Fold one = options.fold(house, store);
            var comparing = new FoldDiff(house, options, shared, one, StoreOptions.fold(house, store, file));
            return stream == null ? comparing.category(store, category == null ? "" : category) : comparing.stream(store, stream);
        }
    }

    private static List<String> columns(Hypothesis hypothesis) {
        var columns = new ArrayList<>(COLUMNS);
        if (!hypothesis.isEmpty()) {
            columns.add("hypothetical");
        }
        return columns;
    }

    private static Fields row(Change change, Hypothesis hypothesis) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("path", new Text(change.path().toString()));
        row.put("kind", new Text(change.kind().name().toLowerCase(Locale.ROOT)));
        row.put("before", change.before().isPresent() ? change.before() : Null.NULL);
        row.put("after", change.after().isPresent() ? change.after() : Null.NULL);
        if (!hypothesis.isEmpty()) {
            row.put("hypothetical", hypothesis.mark());
        }
        return Fields.of(row);
    }
}
