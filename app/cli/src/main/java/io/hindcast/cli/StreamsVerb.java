package io.hindcast.cli;

import io.hindcast.cli.output.Rows;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast streams STORE`: one row a stream.
@Command(name = "streams", description = "Lists the streams, one row each.", mixinStandardHelpOptions = true)
final class StreamsVerb implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "stream", "category", "firstVersion", "lastVersion", "events", "firstAt", "lastAt", "deleted");

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--category", paramLabel = "NAME", description = "Only streams of this category.")
    @Nullable String category;

    @Option(names = "--contains", paramLabel = "TEXT", description = "Only streams whose name contains this text.")
    @Nullable String contains;

    StreamsVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        try (var store = options.open(house)) {
            Indexing.runToEnd(store, terminal);
            if (category != null) {
                CategoryOptions.mustExist(category, store);
            }
            try (var rows = Rows.in(options.format(terminal), COLUMNS, options.out(terminal))) {
                store.streams().stream().filter(this::isWanted).map(StreamsVerb::row).forEach(rows::add);
            }
        }
        return ExitCode.DONE;
    }

    private boolean isWanted(StreamSummary stream) {
        return (category == null || category.equals(stream.category()))
                && (contains == null
                        || stream.stream().toLowerCase(Locale.ROOT).contains(contains.toLowerCase(Locale.ROOT)));
    }

    private static Fields row(StreamSummary stream) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(stream.stream()));
        row.put("category", new Text(stream.category()));
        row.put("firstVersion", EventRow.number(stream.firstVersion()));
        row.put("lastVersion", EventRow.number(stream.lastVersion()));
        row.put("events", Num.of(stream.events()));
        row.put("firstAt", EventRow.instant(stream.firstAt()));
        row.put("lastAt", EventRow.instant(stream.lastAt()));
        row.put("deleted", Bool.of(stream.deleted()));
        return Fields.of(row);
    }
}
