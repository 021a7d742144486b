package io.hindcast.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which mark of which store a verb is about, and why it is done.
final class OneMark {
    @Parameters(index = "0", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The mark: M12.")
    String id = "";

    @Mixin
    MarksOptions options = new MarksOptions();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; stands in the history.")
    String why = "";
}
