package io.hindcast.cli;

import io.hindcast.cli.output.Rows;
import io.hindcast.engine.replay.FieldChange;
import io.hindcast.engine.replay.FieldPattern;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast blame STORE --stream S --field /path`: which event set this value, and which ones before that.
@Command(
        name = "blame",
        description = "Lists the events that changed a field, the newest first.",
        mixinStandardHelpOptions = true)
final class BlameVerb implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "version",
            "position",
            "recordedAt",
            "effectiveAt",
            "type",
            "eventId",
            "actor",
            "correlationId",
            "causationId",
            "field",
            "old",
            "new");
    private static final List<String> OF_EVENT = COLUMNS.subList(0, COLUMNS.indexOf("field"));

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--stream", required = true, paramLabel = "NAME", description = "The stream to look at.")
    String stream = "";

    @Option(
            names = "--field",
            required = true,
            paramLabel = "/PATH",
            description = "The field, with everything below it; * stands for any name or item: /lines/*/amount.")
    String field = "";

    @Option(names = "--from", paramLabel = "MOMENT", description = "Only changes at or after this moment.")
    @Nullable String from;

    @Option(
            names = {"--to", "--at"},
            paramLabel = "MOMENT",
            defaultValue = "head",
            description = "Only changes at or before this moment (head).")
    String to = "head";

    @Option(names = "--limit", paramLabel = "N", description = "Stop after this many changes.")
    int limit = Integer.MAX_VALUE;

    BlameVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        StoreOptions.checkLimit(limit);
        Moment end = options.moment(to);
        Moment beginning = from == null ? Moment.HEAD : options.moment(from);
        FieldPattern pattern = FieldPattern.parse(field);
        try (var store = options.open(house)) {
            StreamHistory history = HistoryOptions.load(house, store, stream, options.fold(house, store));
            StreamEnd.say(house.terminal(), history, beginning, end);
            List<FieldChange> changes = history.fields().changes(pattern, first(history), history.indexAt(end), Math.max(1, limit));
            if (changes.isEmpty()) {
                explainNothing(history, pattern);
            }
            print(store, history, changes);
            remark(history);
        }
        return ExitCode.DONE;
    }

    private void print(OpenStore store, StreamHistory history, List<FieldChange> changes) {
        Terminal terminal = house.terminal();
        var shape = new EventRow(store);
        try (var rows = Rows.in(options.format(terminal), COLUMNS, options.out(terminal))) {
            changes.stream().limit(limit).forEach(change -> rows.add(row(shape, history, change)));
        }
    }

    /// The first event at or after `--from`.
    private int first(StreamHistory history) {
        if (from == null) {
            return 0;
        }
        var wanted = EventBounds.notBefore(options.moment(from));
        int index = 0;
        while (index < history.size() && !wanted.test(history.event(index))) {
            index++;
        }
        return index;
    }

    private static Fields row(EventRow shape, StreamHistory history, FieldChange change) {
        Fields event = shape.of(history.event(change.index()));
        var row = new LinkedHashMap<String, StateValue>();
        OF_EVENT.forEach(name -> row.put(name, event.field(name)));
        row.put("field", new Text(change.path().toString()));
        row.put("old", change.before().isPresent() ? change.before() : Null.NULL);
        row.put("new", change.after().isPresent() ? change.after() : Null.NULL);
        return Fields.of(row);
    }

    /// Says that nothing changed a field that is there; refuses a field that never was.
    private void explainNothing(StreamHistory history, FieldPattern pattern) {
        StateValue state = history.stateAfter(history.size() - 1);
        boolean known = history.fields().nextChange(pattern, StreamHistory.BEFORE_FIRST).isPresent()
                || (pattern.isExact() && state.at(new FieldPath(pattern.steps())).isPresent());
        if (!known) {
            throw new UsageException(
                    "No state of %s ever had a field %s.%s".formatted(stream, field, NearFields.sentence(state, pattern)));
        }
        house.terminal().say("No event in this range changed %s.".formatted(field));
    }

    private void remark(StreamHistory history) {
        Terminal terminal = house.terminal();
        if (!history.problems().isEmpty()) {
            terminal.say("%,d events could not be folded: changes they should have made are missing."
                    .formatted(history.problems().size()));
        }
        if (history.fold().isGuess()) {
            terminal.say("No fold rules were given: these are changes of the merge fold's guess. Name rules with --fold FILE, or try --fold proposed.");
        }
    }
}
