package io.hindcast.cli;

import io.hindcast.cli.output.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the answer looks.
final class OutputOption {
    @Option(
            names = {"--output", "-o"},
            paramLabel = "FORMAT",
            description = "table, json, ndjson or csv; table on a terminal, else json.")
    @Nullable Format format;

    /// What was asked for, else what suits who reads it.
    Format chosen(Terminal terminal) {
        if (format != null) {
            return format;
        }
        return terminal.isInteractive() ? Format.TABLE : Format.JSON;
    }
}
