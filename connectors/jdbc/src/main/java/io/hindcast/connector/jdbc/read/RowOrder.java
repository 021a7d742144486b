package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.RowPlaces;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The places of rows in their order, and the key of the last row of each page; eight bytes a row. Found by one statement,
/// for an order that no index gives. One thread writes it, any number read it then.
final class RowOrder {
    /// So many rows at most: thirty-two megabytes. Behind them the order is found once more.
    private static final int MOST_ROWS = 1 << 22;

    private static final int MOST_PAGES = 1 << 12;

    private final RowPlaces places;
    private final int pageSize;
    private final int keySize;
    private long[] rows = new long[1024];
    private int size;
    private final List<List<KeyPart>> ends = new ArrayList<>();
    private List<KeyPart> last = List.of();

    /// @param keySize how many values order the rows
    RowOrder(RowPlaces places, int pageSize, int keySize) {
        this.places = places;
        this.pageSize = pageSize;
        this.keySize = keySize;
    }

    /// How many rows an order may hold.
    int most() {
        return (int) Math.min(MOST_ROWS, (long) MOST_PAGES * pageSize);
    }

    RowPlaces places() {
        return places;
    }

    /// Takes the next row: the key, and behind it what tells the place.
    boolean take(Row row) throws SQLException {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = places.of(parts(row, keySize, keySize + places.columns().size()));
        last = parts(row, 0, keySize);
        if (size % pageSize == 0) {
            ends.add(last);
        }
        return !places.isFull();
    }

    private static List<KeyPart> parts(Row row, int from, int to) throws SQLException {
        var parts = new KeyPart[to - from];
        for (int i = from; i < to; i++) {
            parts[i - from] = row.key(i);
        }
        return List.of(parts);
    }

    /// When all rows were taken.
    RowOrder finished() {
        if (size % pageSize != 0) {
            ends.add(last);
        }
        return this;
    }

    boolean isFull() {
        return size == most() || places.isFull();
    }

    int pages() {
        return ends.size();
    }

    long[] page(int number) {
        int from = number * pageSize;
        return Arrays.copyOfRange(rows, from, Math.min(size, from + pageSize));
    }

    /// The key of the last row of a page.
    List<KeyPart> end(int number) {
        return ends.get(number);
    }
}
