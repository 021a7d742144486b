package io.hindcast.sample;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The folder of sample stores made so far. A store is made under another name and moved into place when it is whole,
/// so that neither a second process nor an interruption ever shows half of one.
final class SampleStores {
    private final Path folder;

    SampleStores(Path folder) {
        this.folder = folder;
    }

    /// The folder the system property `hindcast.cache` names, else the user's cache folder.
    static SampleStores ofUser(Properties properties, Map<String, String> environment) {
        var cache = Optional.ofNullable(properties.getProperty("hindcast.cache"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                        .filter(text -> !text.isBlank())
                        .map(text -> Path.of(text, "hindcast")))
                .or(() -> Optional.ofNullable(properties.getProperty("user.home"))
                        .map(text -> Path.of(text, ".cache", "hindcast")))
                .orElseGet(() -> Path.of(properties.getProperty("java.io.tmpdir"), "hindcast"));
        return new SampleStores(cache.resolve("samples"));
    }

    /// The database file with a history of that size; made now if it is not there.
    ///
    /// @throws ConnectorException when it cannot be written
    Path fileOf(HistorySize size) {
        var file = folder.resolve(
                "ledger-%d-%d-%d.mv.db".formatted(LedgerHistory.GENERATOR_VERSION, size.events(), size.seed()));
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(folder);
            make(size, file);
            return file;
        } catch (IOException | SQLException e) {
            throw new ConnectorException(
                    Kind.INTERNAL,
                    "The sample store could not be written to the cache folder; the system property hindcast.cache "
                            + "names another one.",
                    e);
        }
    }

    private void make(HistorySize size, Path file) throws IOException, SQLException {
        var workshop = Files.createTempDirectory(folder, ".making-");
        var made = workshop.resolve("ledger.mv.db");
        try {
            LedgerStore.write(size, made);
            putInPlace(made, file);
        } finally {
            clear(workshop);
        }
    }

    private static void putInPlace(Path made, Path file) throws IOException {
        try {
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(file)) {
                throw e;
            }
        }
    }

    private static void clear(Path workshop) throws IOException {
        try (var left = Files.list(workshop)) {
            for (var each : left.toList()) {
                Files.deleteIfExists(each);
            }
        }
        Files.deleteIfExists(workshop);
    }
}
