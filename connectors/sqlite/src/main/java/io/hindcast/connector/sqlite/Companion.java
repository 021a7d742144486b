package io.hindcast.connector.sqlite;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/// How a file is read without a change in it or beside it. SQLite writes a `-shm` file beside a file in write-ahead
/// mode, and rolls back into a file whose `-journal` was left behind, even for a reader. So the first kind is read
/// as immutable when its log is empty, and otherwise both are copied with their companion and settled in the copy.
///
/// @param path what is opened
/// @param parameters of the URI it is opened by
/// @param proof what this means for the file, for a person
/// @param copy the folder of the copy, to be deleted in the end
record Companion(Path path, String parameters, String proof, Optional<Path> copy) {
    /// A larger file is not copied behind its user's back.
    private static final long LARGEST_COPY = 4L << 30;

    private static final String LIVE = "mode=ro";

    private static final List<String> SUFFIXES = List.of("-wal", "-journal");

    static Companion settle(SqliteFile file) {
        try {
            for (String suffix : SUFFIXES) {
                var beside = beside(file.path(), suffix);
                if (Files.exists(beside) && Files.size(beside) > 0) {
                    return copied(file.path(), beside, suffix);
                }
            }
        } catch (IOException e) {
            throw new ConnectorException(
                    Kind.LOCKED,
                    "%s has changes in a file beside it, and no copy could be made to read them in."
                            .formatted(file.path().getFileName()),
                    e);
        }
        return file.writesAhead()
                ? new Companion(file.path(), "mode=ro&immutable=1", "mode=ro, immutable=1", Optional.empty())
                : new Companion(file.path(), LIVE, LIVE, Optional.empty());
    }

    private static Companion copied(Path file, Path beside, String suffix) throws IOException {
        if (Files.size(file) + Files.size(beside) > LARGEST_COPY) {
            throw new ConnectorException(
                    Kind.LOCKED,
                    "%s has changes in %s that only a program with the right to write can take in; close the program "
                                    .formatted(file.getFileName(), beside.getFileName())
                            + "that writes it, or run a checkpoint.");
        }
        var folder = Files.createTempDirectory("hindcast-sqlite-");
        var copy = folder.resolve("copy");
        try {
            Files.copy(file, copy);
            Files.copy(beside, beside(copy, suffix));
            takeIn(copy);
            return new Companion(
                    copy,
                    "mode=ro",
                    "a private copy, because of changes in " + beside.getFileName(),
                    Optional.of(folder));
        } catch (SQLException e) {
            delete(folder);
            throw new ConnectorException(
                    Kind.DAMAGED,
                    "%s and %s do not fit together.".formatted(file.getFileName(), beside.getFileName()),
                    e);
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    /// Lets SQLite write the log or the journal into the copy.
    private static void takeIn(Path copy) throws SQLException {
        try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + copy);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA journal_mode = DELETE");
        }
    }

    /// Why what is read never changes; absent where the file itself is read as it grows.
    Optional<String> standsStill() {
        return parameters.equals(LIVE)
                        && copy.isEmpty()
                ? Optional.empty()
                : Optional.of("the file is in write-ahead mode or has changes beside it, and following those would write "
                        + "beside it; it is read as it was when it was opened");
    }

    void discard() {
        copy.ifPresent(Companion::delete);
    }

    private static void delete(Path folder) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            folder.toFile().deleteOnExit();
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
