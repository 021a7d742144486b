package io.hindcast.connector.jdbc.tail;

import java.util.OptionalLong;
import java.util.TreeSet;

/// Positions that a test makes appear.
final class Positions implements Numbers {
    private final TreeSet<Long> there = new TreeSet<>();

    Positions appear(long... positions) {
        for (long position : positions) {
            there.add(position);
        }
        return this;
    }

    @Override
    public OptionalLong last() {
        return there.isEmpty() ? OptionalLong.empty() : OptionalLong.of(there.last());
    }

    @Override
    public long[] behind(long position, int most) {
        return there.tailSet(position, false).stream().limit(most).mapToLong(Long::longValue).toArray();
    }

    @Override
    public long[] newest(int most) {
        return there.descendingSet().stream().limit(most).mapToLong(Long::longValue).sorted().toArray();
    }
}
