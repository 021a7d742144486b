package io.hindcast.connector.jdbc.guess;

import java.util.Optional;

/// Instants written as whole numbers since 1970, told apart by their size: all of them lie between 2001 and 2100.
enum Epoch {
    SECONDS("seconds", 1_000_000_000L, 4_100_000_000L),
    MILLIS("millis", 1_000_000_000_000L, 4_100_000_000_000L),
    MICROS("micros", 1_000_000_000_000_000L, 4_100_000_000_000_000L);

    private final String form;
    private final long least;
    private final long most;

    Epoch(String form, long least, long most) {
        this.form = form;
        this.least = least;
        this.most = most;
    }

    /// As the `time` step of a layout calls it.
    String form() {
        return form;
    }

    static Optional<Epoch> of(ColumnSample column) {
        if (!column.isWhole()) {
            return Optional.empty();
        }
        for (Epoch epoch : values()) {
            if (column.present().stream().mapToLong(Long::parseLong).allMatch(epoch::holds)) {
                return Optional.of(epoch);
            }
        }
        return Optional.empty();
    }

    private boolean holds(long number) {
        return number >= least && number <= most;
    }
}
