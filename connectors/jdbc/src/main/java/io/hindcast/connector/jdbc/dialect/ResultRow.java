package io.hindcast.connector.jdbc.dialect;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A row of a [ResultSet] of a database that keeps to the types of its columns.
public class ResultRow implements Row {
    protected final ResultSet result;

    public ResultRow(ResultSet result) {
        this.result = result;
    }

    @Override
    public @Nullable String text(int slot) throws SQLException {
        try {
            return result.getString(slot + 1);
        } catch (SQLException e) {
            throw unreadable(e, "text");
        }
    }

    @Override
    public @Nullable Long number(int slot) throws SQLException {
        try {
            long number = result.getLong(slot + 1);
            return result.wasNull() ? null : number;
        } catch (SQLException e) {
            throw unreadable(e, "a whole number");
        }
    }

    @Override
    public byte @Nullable [] bytes(int slot) throws SQLException {
        try {
            return result.getBytes(slot + 1);
        } catch (SQLException e) {
            throw unreadable(e, "bytes");
        }
    }

    @Override
    public @Nullable Instant instant(int slot) throws SQLException {
        try {
            Object value = result.getObject(slot + 1);
            if (value == null) {
                return null;
            }
            return result.getMetaData().getColumnType(slot + 1) == java.sql.Types.TIMESTAMP
                    ? result.getObject(slot + 1, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                    : result.getObject(slot + 1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw unreadable(e, "a time");
        }
    }

    @Override
    public KeyPart key(int slot) throws SQLException {
        return switch (result.getObject(slot + 1)) {
            case null -> new KeyPart.Absent();
            case Long number -> new KeyPart.Number(number);
            case Integer number -> new KeyPart.Number(number);
            case Short number -> new KeyPart.Number(number);
            case Double real -> new KeyPart.Real(Double.doubleToRawLongBits(real));
            case byte[] bytes -> new KeyPart.Bytes(HexFormat.of().formatHex(bytes));
            default -> new KeyPart.Text(String.valueOf(result.getString(slot + 1)));
        };
    }

    /// A value of the wrong kind concerns its row only; any other failure ends the reading.
    private static RuntimeException unreadable(SQLException e, String wanted) throws SQLException {
        String state = String.valueOf(e.getSQLState());
        if (e instanceof SQLDataException || state.startsWith("22") || state.startsWith("07")) {
            return new UnreadableValue("is not " + wanted);
        }
        throw e;
    }
}
