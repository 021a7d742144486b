package io.hindcast.cli;

import io.hindcast.connector.Location;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which values are not to be shown.
final class MaskOptions {
    @Option(
            names = "--masks",
            paramLabel = "FILE",
            description = "Mask rules: values not to be shown. Else masks.yaml beside the store, else your own.")
    @Nullable Path file;

    @Option(
            names = "--mask-key-env",
            paramLabel = "NAME",
            description = "Environment variable that holds the key for pseudonyms.")
    @Nullable String keyVariable;

    @Option(
            names = "--reveal",
            paramLabel = "REASON",
            description = "Shows true values all the same; who, when and why go into the journal.")
    @Nullable String reason;

    /// Whether anything was said about masks.
    boolean isAnyGiven() {
        return file != null || keyVariable != null || reason != null;
    }

    void draw(String store, Terminal terminal) {
        terminal.curtain()
                .draw(
                        new Location(store),
                        Optional.ofNullable(file),
                        Optional.ofNullable(keyVariable),
                        Optional.ofNullable(reason))
                .forEach(terminal::say);
    }
}
