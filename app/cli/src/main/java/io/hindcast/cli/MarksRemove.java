package io.hindcast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast marks remove STORE ID --why …`.
@Command(
        name = "remove",
        description = "Takes a mark away; its history stays.",
        mixinStandardHelpOptions = true)
final class MarksRemove implements Callable<Integer> {
    private final House house;

    @Parameters(index = "0", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The mark: M12.")
    String id = "";

    @Mixin
    MarksOptions options = new MarksOptions();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; stands in the history.")
    String why = "";

    MarksRemove(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (var opened = options.open(house, store)) {
            opened.marks().remove(id, why);
            house.terminal().say("%s is removed; its history stays.".formatted(id));
            return ExitCode.DONE;
        }
    }
}
