package io.hindcast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast marks restore STORE ID --why …`.
@Command(
        name = "restore",
        description = "Puts a mark that was removed back, as it was and under its id.",
        mixinStandardHelpOptions = true)
final class MarksRestore implements Callable<Integer> {
    private final House house;

    @Parameters(index = "0", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The mark: M12.")
    String id = "";

    @Mixin
    MarksOptions options = new MarksOptions();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; stands in the history.")
    String why = "";

    MarksRestore(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (var opened = options.open(house, store)) {
            opened.marks().restore(id, why);
            house.terminal().say("%s is back.".formatted(id));
            return ExitCode.DONE;
        }
    }
}
