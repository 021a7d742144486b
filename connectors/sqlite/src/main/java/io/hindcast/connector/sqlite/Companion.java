package io.hindcast.connector.sqlite;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// How a file is read without a change in it or beside it. A file in write-ahead mode has a log and an index of it
/// (`-wal`, `-shm`) beside it while a program writes it: the index is then taken as it is and never written. Where nobody
/// has such a file open there is neither, and it is read as immutable, because SQLite would make both. A log without its
/// index, and a `-journal` that was left behind, would have to be settled in the file even for a reader; that is done in
/// a copy.
///
/// @param path what is opened
/// @param writesAhead whether the file is in write-ahead mode
/// @param copied beside which file changes lay that made a copy necessary, and the folder of the copy
record Companion(Path path, boolean writesAhead, Optional<Copied> copied) {
    /// A larger file is not copied behind its user's back.
    private static final long LARGEST_COPY = 4L << 30;

    private static final String LOG = "-wal";
    private static final String INDEX = "-shm";
    private static final String JOURNAL = "-journal";

    /// Without the second, SQLite makes the index where it is missing.
    private static final String LIVE = "mode=ro&readonly_shm=1";

    private static final String AT_REST = "mode=ro&immutable=1";

    /// @param because the name of the file that the changes lay in
    /// @param folder to be deleted in the end
    record Copied(String because, Path folder) {}

    static Companion settle(SqliteFile file) {
        try {
            if (hasContent(beside(file.path(), LOG)) && !Files.exists(beside(file.path(), INDEX))) {
                return copied(file.path(), LOG);
            }
            if (hasContent(beside(file.path(), JOURNAL))) {
                return copied(file.path(), JOURNAL);
            }
        } catch (IOException e) {
            throw new ConnectorException(
                    Kind.LOCKED,
                    "%s has changes in a file beside it, and no copy could be made to read them in."
                            .formatted(file.path().getFileName()),
                    e);
        }
        return new Companion(file.path(), file.writesAhead(), Optional.empty());
    }

    private static boolean hasContent(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    private static Companion copied(Path file, String suffix) throws IOException {
        var beside = beside(file, suffix);
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
            return new Companion(copy, false, Optional.of(new Copied(String.valueOf(beside.getFileName()), folder)));
        } catch (SQLException e) {
            delete(folder);
            if (SqliteTrouble.isWithoutLibrary(e)) {
                throw SqliteTrouble.explain(e, String.valueOf(file.getFileName()));
            }
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
        try (var connection = SqliteDriver.settings().createConnection("jdbc:sqlite:" + copy);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA journal_mode = DELETE");
        }
    }

    /// Of the URI that a connection is opened by just now.
    String parameters() {
        return writesAhead && !isWritten() ? AT_REST : LIVE;
    }

    /// What this means for the file, for a person.
    String proof() {
        return copied.map(copy -> "a private copy, because of changes in " + copy.because())
                .orElseGet(() -> parameters().replace("&", ", "));
    }

    /// Whether a program has the file open for writing ahead, or left its log and index behind.
    private boolean isWritten() {
        return Files.exists(beside(path, INDEX)) && Files.exists(beside(path, LOG));
    }

    /// Whether a connection that was opened by these parameters may be used again. One that sees the log would keep the
    /// program that writes from putting it away when it ends, and one that was opened at rest sees no log.
    boolean keeps(String openedBy) {
        return !writesAhead || (openedBy.contains(AT_REST) && !isWritten());
    }

    /// Why what is read never changes; absent where the file itself is read as it grows.
    Optional<String> standsStill() {
        return copied.map(copy -> "when it was opened, changes lay in %s that only a program with the right to write can take in, and a copy of both is read; open it again"
                .formatted(copy.because()));
    }

    void discard() {
        copied.ifPresent(copy -> delete(copy.folder()));
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
