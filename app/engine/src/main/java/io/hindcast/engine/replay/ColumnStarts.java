package io.hindcast.engine.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Where the columns of a curve begin: the first event of each, and of what lies behind the last one.
final class ColumnStarts {
    private ColumnStarts() {}

    /// Equally many events in each column.
    static int[] byIndex(int first, int last, int columns) {
        int[] starts = new int[checked(columns) + 1];
        long events = Math.max(0, (long) last - first + 1);
        for (int i = 0; i <= columns; i++) {
            starts[i] = (int) (first + (i * events + columns - 1) / columns);
        }
        return starts;
    }

    /// Equally much of the axis in each column, both ends included, from the first event at or after `from` to the last before one
    /// that lies after `to`. Never to the left of the event before.
    ///
    /// @param share where between the left edge, 0, and the right one, 1, an instant lies; never less for a later one
    static int[] byTime(
            StreamHistory history, Instant from, Instant to, ToDoubleFunction<Instant> share, int columns) {
        int[] starts = new int[checked(columns) + 1];
        int begun = 0; // columns whose start is known
        int index = firstFrom(history, from);
        for (; index < history.size(); index++) {
            Optional<Instant> time = history.recordedAt(index);
            if (time.isPresent() && time.get().isAfter(to)) {
                break;
            }
            double part = time.isEmpty() ? 0 : share.applyAsDouble(time.get());
            int column = Math.min(columns - 1, (int) (part * columns));
            while (begun <= column) {
                starts[begun++] = index;
            }
        }
        Arrays.fill(starts, begun, starts.length, index);
        return starts;
    }

    /// As time goes by, from one instant to another.
    static ToDoubleFunction<Instant> evenly(Instant from, Instant to) {
        double whole = seconds(Duration.between(from, to));
        return time -> whole <= 0 ? 0 : seconds(Duration.between(from, time)) / whole;
    }

    private static int firstFrom(StreamHistory history, Instant from) {
        int index = 0;
        while (index < history.size()
                && history.recordedAt(index).filter(time -> !time.isBefore(from)).isEmpty()) {
            index++;
        }
        return index;
    }

    private static int checked(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("a curve of " + columns + " columns");
        }
        return columns;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
