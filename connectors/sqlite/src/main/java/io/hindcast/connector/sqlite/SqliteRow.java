package io.hindcast.connector.sqlite;

import io.hindcast.connector.jdbc.dialect.ResultRow;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import io.hindcast.connector.jdbc.layout.TimeForm;
import io.hindcast.event.ByteSlice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of SQLite, where any column may hold any kind of value; what is not of the wanted kind is not converted.
final class SqliteRow extends ResultRow {
    SqliteRow(ResultSet result) {
        super(result);
    }

    @Override
    public @Nullable Long number(int slot) throws SQLException {
        return switch (result.getObject(slot + 1)) {
            case null -> null;
            case Integer number -> number.longValue();
            case Long number -> number;
            case String text -> parsed(text);
            default -> throw new UnreadableValue("is not a whole number");
        };
    }

    /// A text comes as its bytes: making a string of it costs twice as much.
    @Override
    public @Nullable ByteSlice raw(int slot) throws SQLException {
        byte[] bytes = result.getBytes(slot + 1);
        return bytes == null ? null : ByteSlice.of(bytes);
    }

    private static Long parsed(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            throw new UnreadableValue("is not a whole number");
        }
    }

    @Override
    public @Nullable Instant instant(int slot) throws SQLException {
        try {
            return switch (result.getObject(slot + 1)) {
                case null -> null;
                case Integer number -> TimeForm.MILLIS.read(number);
                case Long number -> TimeForm.MILLIS.read(number);
                case String text -> TimeForm.UTC.read(text);
                default -> throw new UnreadableValue("is not a time");
            };
        } catch (DateTimeException | ArithmeticException _) {
            throw new UnreadableValue("is not a time");
        }
    }
}
