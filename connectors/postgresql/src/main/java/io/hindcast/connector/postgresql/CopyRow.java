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

/// A row of a binary copy, decoded value by value when asked for.
final class CopyRow implements Row {
    /// 2000-01-01T00:00:00Z, from which PostgreSQL counts microseconds.
    private static final long EPOCH_SECOND = 946_684_800L;

    private static final long MICROS = 1_000_000L;

    private static final int NO_VALUE = -1;

    private final PostgresType[] types;
    private final int[] starts;
    private final int[] lengths;
    private byte[] bytes = new byte[0];

    /// @param types as what each column arrives, in the order of the select list
    CopyRow(List<PostgresType> types) {
        this.types = types.toArray(PostgresType[]::new);
        this.starts = new int[types.size()];
        this.lengths = new int[types.size()];
    }

    /// Becomes the row that begins at a place of a message.
    ///
    /// @param message not to be written to while the row is of use
    /// @return where the row ends
    int begin(byte[] message, int place) {
        int columns = Big.shortAt(message, place);
        if (columns != starts.length) {
            throw new IllegalStateException("%d columns instead of %d".formatted(columns, starts.length));
        }
        bytes = message;
        int at = place + Short.BYTES;
        for (int column = 0; column < columns; column++) {
            int length = Big.intAt(message, at);
            at += Integer.BYTES;
            starts[column] = at;
            lengths[column] = length;
            at += Math.max(length, 0);
        }
        return at;
    }

    private boolean isAbsent(int slot) {
        return lengths[slot] == NO_VALUE;
    }

    private long longAt(int place) {
        return Big.longAt(bytes, place);
    }

    @Override
    public @Nullable String text(int slot) {
        if (isAbsent(slot)) {
            return null;
        }
        return switch (types[slot]) {
            case INT8 -> Long.toString(longAt(starts[slot]));
            case UUID -> uuidAt(starts[slot]).toString();
            case TIMESTAMPTZ, TIMESTAMP -> String.valueOf(instant(slot));
            case JSONB -> text(starts[slot] + 1, lengths[slot] - 1);
            default -> text(starts[slot], lengths[slot]);
        };
    }

    private String text(int start, int length) {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Long number(int slot) {
        if (isAbsent(slot)) {
            return null;
        }
        if (types[slot] == PostgresType.INT8) {
            return longAt(starts[slot]);
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
        if (isAbsent(slot)) {
            return null;
        }
        return switch (types[slot]) {
            case INT8, UUID, TIMESTAMPTZ, TIMESTAMP -> ByteSlice.ofText(String.valueOf(text(slot)));
            case LARGE_OBJECT -> largeObject(slot);
            case JSONB -> without(slot, 1);
            default -> without(slot, 0);
        };
    }

    @Override
    public @Nullable ByteSlice raw(int slot) {
        return isAbsent(slot) ? null : without(slot, 0);
    }

    private ByteSlice largeObject(int slot) {
        if (bytes[starts[slot]] == 0) {
            throw new UnreadableValue("the large object that holds it is gone");
        }
        return without(slot, 1);
    }

    private ByteSlice without(int slot, int skipped) {
        return new ByteSlice(bytes, starts[slot] + skipped, lengths[slot] - skipped);
    }

    @Override
    public @Nullable Instant instant(int slot) {
        if (isAbsent(slot)) {
            return null;
        }
        return switch (types[slot]) {
            case TIMESTAMPTZ, TIMESTAMP -> instantOf(longAt(starts[slot]));
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
        if (isAbsent(slot)) {
            return new KeyPart.Absent();
        }
        return switch (types[slot]) {
            case INT8 -> new KeyPart.Number(longAt(starts[slot]));
            case BYTEA -> new KeyPart.Bytes(
                    HexFormat.of().formatHex(bytes, starts[slot], starts[slot] + lengths[slot]));
            default -> new KeyPart.Text(String.valueOf(text(slot)));
        };
    }

    @Override
    public @Nullable UUID uuid(int slot) {
        return isAbsent(slot) || types[slot] != PostgresType.UUID ? null : uuidAt(starts[slot]);
    }

    private UUID uuidAt(int place) {
        return new UUID(longAt(place), longAt(place + Long.BYTES));
    }
}
