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
            description = "Further mask rules: values not to be shown, besides those of masks.yaml beside the store and of your own.")
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
