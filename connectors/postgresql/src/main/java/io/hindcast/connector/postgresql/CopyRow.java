package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import io.hindcast.event.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current row of a binary copy, decoded value by value when asked for.
final class CopyRow implements Row {
    /// 2000-01-01T00:00:00Z, from which PostgreSQL counts microseconds.
    private static final long EPOCH_SECOND = 946_684_800L;

    private static final long MICROS = 1_000_000L;

    private final CopyRows rows;
    private final List<PostgresType> types;

    /// @param types as what each column arrives, in the order of the select list
    CopyRow(CopyRows rows, List<PostgresType> types) {
        this.rows = rows;
        this.types = List.copyOf(types);
    }

    @Override
    public @Nullable String text(int slot) {
        if (rows.isAbsent(slot)) {
            return null;
        }
        return switch (types.get(slot)) {
            case INT8 -> Long.toString(rows.longAt(rows.start(slot)));
            case UUID -> uuidAt(rows.start(slot)).toString();
            case TIMESTAMPTZ, TIMESTAMP -> String.valueOf(instant(slot));
            case JSONB -> text(rows.start(slot) + 1, rows.length(slot) - 1);
            default -> text(rows.start(slot), rows.length(slot));
        };
    }

    private String text(int start, int length) {
        return new String(rows.bytes(), start, length, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Long number(int slot) {
        if (rows.isAbsent(slot)) {
            return null;
        }
        if (types.get(slot) == PostgresType.INT8) {
            return rows.longAt(rows.start(slot));
        }
        String text = text(slot);
        return text == null ? null : Numbers.whole(text);
    }

    @Override
    public byte @Nullable [] bytes(int slot) {
        var slice = slice(slot);
        return slice == null ? null : slice.copy();
    }

    @Override
    public @Nullable ByteSlice slice(int slot) {
        if (rows.isAbsent(slot)) {
            return null;
        }
        return switch (types.get(slot)) {
            case INT8, UUID, TIMESTAMPTZ, TIMESTAMP -> ByteSlice.ofText(String.valueOf(text(slot)));
            case LARGE_OBJECT -> largeObject(slot);
            case JSONB -> without(slot, 1);
            default -> without(slot, 0);
        };
    }

    @Override
    public @Nullable ByteSlice raw(int slot) {
        return rows.isAbsent(slot) ? null : without(slot, 0);
    }

    private ByteSlice largeObject(int slot) {
        if (rows.bytes()[rows.start(slot)] == 0) {
            throw new UnreadableValue("the large object that holds it is gone");
        }
        return without(slot, 1);
    }

    private ByteSlice without(int slot, int skipped) {
        return new ByteSlice(rows.bytes(), rows.start(slot) + skipped, rows.length(slot) - skipped);
    }

    @Override
    public @Nullable Instant instant(int slot) {
        if (rows.isAbsent(slot)) {
            return null;
        }
        return switch (types.get(slot)) {
            case TIMESTAMPTZ, TIMESTAMP -> instantOf(rows.longAt(rows.start(slot)));
            default -> throw new UnreadableValue("is not of a time type");
        };
    }

    private static Instant instantOf(long micros) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            throw new UnreadableValue("is infinite");
        }
        long second = EPOCH_SECOND + Math.floorDiv(micros, MICROS);
        return Instant.ofEpochSecond(second, Math.floorMod(micros, MICROS) * 1000);
    }

    @Override
    public KeyPart key(int slot) {
        if (rows.isAbsent(slot)) {
            return new KeyPart.Absent();
        }
        return switch (types.get(slot)) {
            case INT8 -> new KeyPart.Number(rows.longAt(rows.start(slot)));
            case BYTEA -> new KeyPart.Bytes(
                    HexFormat.of().formatHex(rows.bytes(), rows.start(slot), rows.start(slot) + rows.length(slot)));
            default -> new KeyPart.Text(String.valueOf(text(slot)));
        };
    }

    @Override
    public @Nullable UUID uuid(int slot) {
        return rows.isAbsent(slot) || types.get(slot) != PostgresType.UUID ? null : uuidAt(rows.start(slot));
    }

    private UUID uuidAt(int place) {
        return new UUID(rows.longAt(place), rows.longAt(place + Long.BYTES));
    }
}
