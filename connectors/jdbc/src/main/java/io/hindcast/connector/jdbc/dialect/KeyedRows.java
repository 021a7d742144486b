package io.hindcast.connector.jdbc.dialect;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Rows that are found by a unique key which is more than a number: the keys themselves are kept, packed, so many as fit into
/// thirty-two megabytes, and a place is how many came before.
final class KeyedRows implements RowPlaces {
    private static final int MOST_BYTES = 32 << 20;
    /// MySQL takes 65,535 values a statement.
    private static final int MOST_VALUES = 60_000;

    private static final byte NUMBER = 0;
    private static final byte REAL = 1;
    private static final byte TEXT = 2;
    private static final byte BYTES = 3;

    private final List<Column> columns;
    private ByteBuffer kept = ByteBuffer.allocate(1 << 12);
    private int[] begins = new int[1 << 8];
    private int rows;

    /// @param columns a unique key, no column of which is ever without a value
    KeyedRows(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long of(List<KeyPart> key) {
        if (rows == begins.length) {
            begins = Arrays.copyOf(begins, rows * 2);
        }
        begins[rows] = kept.position();
        key.forEach(this::keep);
        return rows++;
    }

    private void keep(KeyPart part) {
        switch (part) {
            case KeyPart.Number(long value) -> room(Long.BYTES).put(NUMBER).putLong(value);
            case KeyPart.Real(long bits) -> room(Long.BYTES).put(REAL).putLong(bits);
            case KeyPart.Text(String value) -> keep(TEXT, value.getBytes(StandardCharsets.UTF_8));
            case KeyPart.Bytes bytes -> keep(BYTES, bytes.array());
            case KeyPart.Absent() -> throw new IllegalStateException("a key without a value");
        }
    }

    private void keep(byte kind, byte[] bytes) {
        room(Integer.BYTES + bytes.length).put(kind).putInt(bytes.length).put(bytes);
    }

    private ByteBuffer room(int bytes) {
        if (kept.remaining() <= bytes) {
            kept = ByteBuffer.allocate(Math.max(kept.capacity() * 2, kept.position() + bytes + 1)).put(kept.flip());
        }
        return kept;
    }

    private List<KeyPart> key(long place) {
        var from = kept.duplicate().position(begins[Math.toIntExact(place)]).limit(kept.position());
        var parts = new ArrayList<KeyPart>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            parts.add(
                    switch (from.get()) {
                        case NUMBER -> new KeyPart.Number(from.getLong());
                        case REAL -> new KeyPart.Real(from.getLong());
                        case TEXT -> new KeyPart.Text(new String(bytes(from), StandardCharsets.UTF_8));
                        default -> new KeyPart.Bytes(HexFormat.of().formatHex(bytes(from)));
                    });
        }
        return parts;
    }

    private static byte[] bytes(ByteBuffer from) {
        byte[] bytes = new byte[from.getInt()];
        from.get(bytes);
        return bytes;
    }

    @Override
    public Written among(UnaryOperator<Column> named, Dialect dialect, long... places) {
        return dialect.listsRows() && columns.size() > 1
                ? listed(named, dialect, places)
                : grouped(named, dialect, places);
    }

    private Written listed(UnaryOperator<Column> named, Dialect dialect, long... places) {
        var written = new Written.Writer();
        written.add(columns.stream().map(column -> dialect.name(named.apply(column))).collect(joining(", ", "(", ") IN (")));
        String before = "(";
        for (long place : places) {
            for (KeyPart part : key(place)) {
                written.add(before).bind("?", part);
                before = ", ";
            }
            before = "), (";
        }
        return written.add("))").written();
    }

    /// Keys that differ in the last column only are written together.
    private Written grouped(UnaryOperator<Column> named, Dialect dialect, long... places) {
        Map<List<KeyPart>, List<KeyPart>> lasts = new LinkedHashMap<>();
        for (long place : places) {
            var key = key(place);
            lasts.computeIfAbsent(key.subList(0, key.size() - 1), _ -> new ArrayList<>()).add(key.getLast());
        }
        var written = new Written.Writer();
        String before = "(";
        for (var group : lasts.entrySet()) {
            written.add(before + "(");
            for (int i = 0; i < group.getKey().size(); i++) {
                var column = columns.get(i);
                written.add(dialect.name(named.apply(column)) + " = ")
                        .bind(dialect.placeholder(column), group.getKey().get(i))
                        .add(" AND ");
            }
            oneOf(columns.getLast(), group.getValue(), named, dialect, written);
            written.add(")");
            before = " OR ";
        }
        return written.add(")").written();
    }

    private static void oneOf(
            Column column, List<KeyPart> values, UnaryOperator<Column> named, Dialect dialect, Written.Writer written) {
        written.add(dialect.name(named.apply(column)) + " IN ");
        String before = "(";
        for (KeyPart value : values) {
            written.add(before).bind(dialect.placeholder(column), value);
            before = ", ";
        }
        written.add(")");
    }

    @Override
    public boolean isFull() {
        return kept.position() >= MOST_BYTES;
    }

    @Override
    public int mostAtOnce() {
        return MOST_VALUES / columns.size();
    }
}
