package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
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
    private final KnownTexts texts = new KnownTexts();

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
            case UUID -> uuid(rows.start(slot));
            case TIMESTAMPTZ, TIMESTAMP -> String.valueOf(instant(slot));
            case JSONB -> texts.at(rows.bytes(), rows.start(slot) + 1, rows.length(slot) - 1);
            default -> texts.at(rows.bytes(), rows.start(slot), rows.length(slot));
        };
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
        if (rows.isAbsent(slot)) {
            return null;
        }
        return switch (types.get(slot)) {
            case INT8, UUID, TIMESTAMPTZ, TIMESTAMP ->
                String.valueOf(text(slot)).getBytes(StandardCharsets.UTF_8);
            case LARGE_OBJECT -> largeObject(slot);
            case JSONB -> copy(slot, 1);
            default -> copy(slot, 0);
        };
    }

    private byte[] largeObject(int slot) {
        if (rows.bytes()[rows.start(slot)] == 0) {
            throw new UnreadableValue("the large object that holds it is gone");
        }
        return copy(slot, 1);
    }

    private byte[] copy(int slot, int skipped) {
        int start = rows.start(slot);
        return Arrays.copyOfRange(rows.bytes(), start + skipped, start + rows.length(slot));
    }

    @Override
    public @Nullable Instant instant(int slot) {
        if (rows.isAbsent(slot)) {
            return null;
        }
        return switch (types.get(slot)) {
            case TIMESTAMPTZ, TIMESTAMP -> instantOf(rows.longAt(rows.start(slot)));
            default -> throw new UnreadableValue("the recorded time is not of a time type");
        };
    }

    private static Instant instantOf(long micros) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            throw new UnreadableValue("the recorded time is infinite");
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

    private String uuid(int place) {
        return new UUID(rows.longAt(place), rows.longAt(place + Long.BYTES)).toString();
    }
}
