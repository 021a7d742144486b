package io.hindcast.connector.sqlite;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.sql.SQLException;
import org.sqlite.FileException;
import org.sqlite.NativeLibraryNotFoundException;

/// What an error of SQLite means for the person who wants to read the file.
final class SqliteTrouble {
    private static final int PRIMARY_CODE = 0xff;

    private SqliteTrouble() {}

    static ConnectorException explain(SQLException trouble, String file) {
        if (isWithoutLibrary(trouble)) {
            return withoutLibrary(file, trouble);
        }
        int code = trouble.getErrorCode() & PRIMARY_CODE;
        return switch (code) {
            // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY (a recovery is due), SQLITE_PROTOCOL
            case 5, 6, 8, 15 ->
                of(Kind.LOCKED, "%s is in use by another program; close it there, or open a copy.", file, trouble);
            // SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR
            case 11, 26, 10 -> of(Kind.DAMAGED, "%s is damaged or was cut short.", file, trouble);
            // SQLITE_FULL: nothing is written but what is sorted
            case 13 -> of(Kind.INTERNAL, "%s is sorted in the folder for temporary files, and that is full.", file, trouble);
            case 14 -> of(Kind.NOT_FOUND, "%s cannot be opened.", file, trouble);
            case 9 -> of(Kind.TIMEOUT, "%s took too long to answer.", file, trouble);
            default ->
                new ConnectorException(
                        Kind.INTERNAL, "SQLite could not read %s (error %d).".formatted(file, code), trouble);
        };
    }

    /// Whether the driver could not begin, whatever the file is.
    static boolean isWithoutLibrary(SQLException trouble) {
        for (Throwable cause = trouble.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof NativeLibraryNotFoundException || cause instanceof FileException) {
                return true;
            }
        }
        return false;
    }

    private static ConnectorException withoutLibrary(String file, SQLException cause) {
        String folder = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", ""));
        String sentence =
                "%s is not read, because SQLite itself could not be unpacked into the folder for temporary files (%s): is there room, and may programs be written and run there?"
                        .formatted(file, folder);
        return new ConnectorException(Kind.INTERNAL, sentence, cause);
    }

    private static ConnectorException of(Kind kind, String sentence, String file, SQLException cause) {
        return new ConnectorException(kind, sentence.formatted(file), cause);
    }
}
