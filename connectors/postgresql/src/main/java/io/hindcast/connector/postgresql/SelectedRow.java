package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The current row of a plain query, for servers that do not copy.
final class SelectedRow implements Row {
    private final ResultSet result;
    private final List<PostgresType> types;

    /// @param types as what each column arrives, in the order of the select list
    SelectedRow(ResultSet result, List<PostgresType> types) {
        this.result = result;
        this.types = List.copyOf(types);
    }

    @Override
    public @Nullable String text(int slot) throws SQLException {
        if (type(slot) == PostgresType.BYTEA) {
            byte[] bytes = result.getBytes(slot + 1);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }
        return result.getString(slot + 1);
    }

    @Override
    public @Nullable Long number(int slot) throws SQLException {
        if (type(slot) == PostgresType.INT8) {
            long number = result.getLong(slot + 1);
            return result.wasNull() ? null : number;
        }
        String text = text(slot);
        return text == null ? null : Numbers.whole(text);
    }

    @Override
    public byte @Nullable [] bytes(int slot) throws SQLException {
        return switch (type(slot)) {
            case BYTEA, TEXT, VARCHAR, JSON, JSONB -> result.getBytes(slot + 1);
            case LARGE_OBJECT -> largeObject(result.getBytes(slot + 1));
            default -> {
                String text = text(slot);
                yield text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    @Override
    public @Nullable Instant instant(int slot) throws SQLException {
        try {
            return switch (type(slot)) {
                case TIMESTAMPTZ -> finite(result.getObject(slot + 1, OffsetDateTime.class));
                case TIMESTAMP -> finite(result.getObject(slot + 1, LocalDateTime.class));
                default -> throw new UnreadableValue("is not of a time type");
            };
        } catch (DateTimeException _) {
            throw new UnreadableValue("is out of range");
        }
    }

    private static @Nullable Instant finite(@Nullable OffsetDateTime time) {
        if (OffsetDateTime.MAX.equals(time) || OffsetDateTime.MIN.equals(time)) {
            throw new UnreadableValue("is infinite");
        }
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Instant finite(@Nullable LocalDateTime time) {
        if (LocalDateTime.MAX.equals(time) || LocalDateTime.MIN.equals(time)) {
            throw new UnreadableValue("is infinite");
        }
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    @Override
    public KeyPart key(int slot) throws SQLException {
        if (type(slot) == PostgresType.INT8) {
            Long number = number(slot);
            return number == null ? new KeyPart.Absent() : new KeyPart.Number(number);
        }
        if (type(slot) == PostgresType.BYTEA) {
            byte[] bytes = result.getBytes(slot + 1);
            return bytes == null ? new KeyPart.Absent() : new KeyPart.Bytes(HexFormat.of().formatHex(bytes));
        }
        String text = result.getString(slot + 1);
        return text == null ? new KeyPart.Absent() : new KeyPart.Text(text);
    }

    private static byte @Nullable [] largeObject(byte @Nullable [] marked) {
        if (marked == null) {
            return null;
        }
        if (marked[0] == 0) {
            throw new UnreadableValue("the large object that holds it is gone");
        }
        return Arrays.copyOfRange(marked, 1, marked.length);
    }

    private PostgresType type(int slot) {
        return types.get(slot);
    }
}
