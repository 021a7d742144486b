package io.hindcast.audit.report;

import io.hindcast.engine.state.StateValue;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// The rows of a table, which may be gone through several times, and need not lie in memory.
public interface Rows {
    /// How many there are.
    long count();

    /// Hands out the rows in order, each with a cell for every column.
    ///
    /// @param most no more than this many
    void each(long most, Consumer<List<StateValue>> taker) throws IOException;

    default void each(Consumer<List<StateValue>> taker) throws IOException {
        each(Long.MAX_VALUE, taker);
    }

    /// Rows that are few.
    static Rows of(List<List<StateValue>> rows) {
        List<List<StateValue>> kept = List.copyOf(rows);
        return new Rows() {
            @Override
            public long count() {
                return kept.size();
            }

            @Override
            public void each(long most, Consumer<List<StateValue>> taker) {
                kept.stream().limit(most).forEach(taker);
            }
        };
    }
}
