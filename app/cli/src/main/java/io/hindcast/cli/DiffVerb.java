package io.hindcast.cli;

import io.hindcast.cli.output.Rows;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast diff STORE --stream S --from A --to B`: what changed between two moments.
@Command(name = "diff", description = "Compares one stream at two moments.", mixinStandardHelpOptions = true)
final class DiffVerb implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("path", "kind", "before", "after");

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--stream", required = true, paramLabel = "NAME", description = "The stream to compare.")
    String stream = "";

    @Option(names = "--from", required = true, paramLabel = "MOMENT", description = "The earlier moment.")
    String from = "";

    @Option(names = "--to", paramLabel = "MOMENT", defaultValue = "head", description = "The later moment (head).")
    String to = "head";

    DiffVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Moment first = options.moment(from);
        Moment second = options.moment(to);
        Terminal terminal = house.terminal();
        try (var store = options.open(house)) {
            var history = HistoryOptions.load(house, store, stream, options.fold(house, store));
            StateAt before = history.at(first);
            StateAt after = history.at(second);
            List<Change> changes = Difference.between(before.state(), after.state());
            try (var rows = Rows.in(options.format(terminal), COLUMNS, terminal.out())) {
                changes.forEach(change -> rows.add(row(change)));
            }
            if (!after.isReliable()) {
                terminal.say("%d events could not be folded: the states are unreliable."
                        .formatted(after.problems().size()));
            }
            return changes.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private static Fields row(Change change) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("path", new Text(change.path().toString()));
        row.put("kind", new Text(change.kind().name().toLowerCase(Locale.ROOT)));
        row.put("before", change.before().isPresent() ? change.before() : Null.NULL);
        row.put("after", change.after().isPresent() ? change.after() : Null.NULL);
        return Fields.of(row);
    }
}
