package io.hindcast.connector.h2;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// What an error of H2 means for the person who wants to read the file.
final class H2Trouble {
    private H2Trouble() {}

    static ConnectorException explain(SQLException trouble, String file) {
        return switch (trouble.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                of(Kind.LOCKED, "%s is in use by another program; close it there, or open a copy.", file, trouble);
            case ErrorCode.WRONG_USER_OR_PASSWORD ->
                of(Kind.AUTHENTICATION, "%s wants another user or password.", file, trouble);
            case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1, ErrorCode.DATABASE_NOT_FOUND_1 ->
                of(Kind.NOT_FOUND, "There is no H2 file %s.", file, trouble);
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                of(
                        Kind.UNSUPPORTED,
                        "%s was written by a version of H2 whose files this one does not read; export it there with "
                                + "SCRIPT and import that with H2 2.x.",
                        file,
                        trouble);
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_PASSWORD_FORMAT ->
                of(Kind.UNSUPPORTED, "%s is encrypted, which is not supported.", file, trouble);
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.DATABASE_IS_READ_ONLY,
                    ErrorCode.SERIALIZATION_FAILED_1,
                    ErrorCode.DESERIALIZATION_FAILED_1 ->
                of(Kind.DAMAGED, "%s is damaged or was cut short.", file, trouble);
            case ErrorCode.STATEMENT_WAS_CANCELED -> of(Kind.TIMEOUT, "%s took too long to answer.", file, trouble);
            case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED ->
                of(Kind.CLOSED, "%s was closed.", file, trouble);
            default ->
                new ConnectorException(
                        Kind.INTERNAL,
                        "H2 could not read %s (error %d).".formatted(file, trouble.getErrorCode()),
                        trouble);
        };
    }

    /// What an error below the database means, while its catalogue is read.
    static ConnectorException explain(MVStoreException trouble, String file) {
        return switch (trouble.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                new ConnectorException(
                        Kind.LOCKED,
                        "%s is in use by another program; close it there, or open a copy.".formatted(file),
                        trouble);
            case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                new ConnectorException(
                        Kind.UNSUPPORTED,
                        "%s was written by a version of H2 whose files this one does not read.".formatted(file),
                        trouble);
            default -> new ConnectorException(Kind.DAMAGED, "%s is damaged or was cut short.".formatted(file), trouble);
        };
    }

    private static ConnectorException of(Kind kind, String sentence, String file, SQLException cause) {
        return new ConnectorException(kind, sentence.formatted(file), cause);
    }
}
