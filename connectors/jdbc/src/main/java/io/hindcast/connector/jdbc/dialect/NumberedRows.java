package io.hindcast.connector.jdbc.dialect;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Rows that are found by a number which no two of them share.
record NumberedRows(Column number) implements RowPlaces {
    @Override
    public List<Column> columns() {
        return List.of(number);
    }

    @Override
    public long of(List<KeyPart> key) {
        if (key.getFirst() instanceof KeyPart.Number(long place)) {
            return place;
        }
        throw new IllegalStateException(number.name() + " is not a number");
    }

    @Override
    public Written among(UnaryOperator<Column> named, Dialect dialect, long... places) {
        return Written.of(LongStream.of(places)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", dialect.name(named.apply(number)) + " IN (", ")")));
    }
}
