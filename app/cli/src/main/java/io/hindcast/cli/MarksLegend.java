package io.hindcast.cli;

import io.hindcast.audit.mark.Legend;
import io.hindcast.audit.mark.Tick;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast marks legend STORE`, and with `--add NAME --symbol S --meaning TEXT` one entry more.
@Command(
        name = "legend",
        description = "Lists the tick marks and what they mean, or adds one.",
        mixinStandardHelpOptions = true)
final class MarksLegend implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("name", "symbol", "meaning", "own");

    private final House house;

    @Parameters(index = "0", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Mixin
    MarksOptions options = new MarksOptions();

    @Option(names = "--add", paramLabel = "NAME", description = "Adds a tick mark of this name, or replaces it.")
    @Nullable String name;

    @Option(names = "--symbol", paramLabel = "S", description = "Its symbol, a few characters.")
    String symbol = "";

    @Option(names = "--meaning", paramLabel = "TEXT", description = "What was done where it stands.")
    String meaning = "";

    MarksLegend(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (name == null && !(symbol.isEmpty() && meaning.isEmpty())) {
            throw new UsageException("Say which tick mark: --add NAME.");
        }
        try (var opened = options.open(house, store)) {
            if (name != null) {
                opened.marks().explain(new Tick(name.strip(), symbol.strip(), meaning.strip()));
            }
            Legend legend = opened.marks().now().legend();
            try (var rows = options.rows(house.terminal(), COLUMNS, COLUMNS)) {
                legend.ticks().forEach(tick -> rows.add(Fields.of("name", new Text(tick.name()))
                        .with("symbol", new Text(tick.symbol()))
                        .with("meaning", new Text(Legend.meaning(tick)))
                        .with("own", Bool.of(!legend.isUsual(tick)))));
            }
            return ExitCode.DONE;
        }
    }
}
