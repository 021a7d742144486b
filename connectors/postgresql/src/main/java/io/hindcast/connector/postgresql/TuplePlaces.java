package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.RowPlaces;
import io.hindcast.connector.jdbc.dialect.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows by table, block and place in the block, which PostgreSQL goes to without an index. A partitioned table has as many
/// tables as partitions.
///
/// The places stand in a question of their own, because the planner, when it sees how many there are, thinks each of them
/// a page to be fetched from a disk's other end and rather reads the whole table; rows of one page are mostly neighbours.
final class TuplePlaces implements RowPlaces {
    private static final int BLOCK_BITS = 32;
    private static final int PLACE_BITS = 16;
    private static final long BLOCK_MASK = (1L << BLOCK_BITS) - 1;
    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;
    private static final int MOST_TABLES = 1 << (Long.SIZE - 1 - BLOCK_BITS - PLACE_BITS);

    private final Column table = new Column("tableoid", "oid", false);
    private final Column place = new Column("ctid", "tid", false, true);
    private final List<Long> tables = new ArrayList<>();

    @Override
    public List<Column> columns() {
        return List.of(table, place);
    }

    @Override
    public long of(List<KeyPart> key) {
        if (key.getFirst() instanceof KeyPart.Number(long oid) && key.getLast() instanceof KeyPart.Text(String tuple)) {
            int comma = tuple.indexOf(',');
            long block = Long.parseLong(tuple, 1, comma, 10);
            long line = Long.parseLong(tuple, comma + 1, tuple.length() - 1, 10);
            return (((long) number(oid) << BLOCK_BITS | block) << PLACE_BITS) | line;
        }
        throw new IllegalStateException("a row without a place");
    }

    private synchronized int number(long oid) {
        int known = tables.indexOf(oid);
        if (known >= 0) {
            return known;
        }
        if (tables.size() == MOST_TABLES) {
            throw new IllegalStateException("more than %d partitions".formatted(MOST_TABLES));
        }
        tables.add(oid);
        return tables.size() - 1;
    }

    private synchronized long oid(int number) {
        return tables.get(number);
    }

    @Override
    public Written among(UnaryOperator<Column> named, Dialect dialect, long... places) {
        int[] numbers = Arrays.stream(places)
                .mapToInt(value -> (int) (value >>> (BLOCK_BITS + PLACE_BITS)))
                .distinct()
                .toArray();
        return Written.of(IntStream.of(numbers)
                .mapToObj(number -> "(%s = %d AND %s = ANY ((SELECT CAST('{%s}' AS tid[]))::tid[]))"
                        .formatted(
                                dialect.name(named.apply(table)),
                                oid(number),
                                dialect.name(named.apply(place)),
                                tuples(number, places)))
                .collect(Collectors.joining(" OR ", "(", ")")));
    }

    private static String tuples(int number, long... places) {
        return Arrays.stream(places)
                .filter(value -> value >>> (BLOCK_BITS + PLACE_BITS) == number)
                .mapToObj(value -> "\"(" + (value >>> PLACE_BITS & BLOCK_MASK) + ","
                        + (value & PLACE_MASK) + ")\"")
                .collect(Collectors.joining(","));
    }
}
