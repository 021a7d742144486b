package io.hindcast.engine.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Puts events into columns of equal time as they come: never to the left of the one before.
final class EventTimes {
    private final Instant from;
    private final Instant to;
    private final int columns;
    private final double seconds;
    private int column;

    EventTimes(Instant from, Instant to, int columns) {
        this.from = from;
        this.to = to;
        this.columns = columns;
        this.seconds = seconds(Duration.between(from, to));
    }

    /// The first event recorded at or after an instant, from which on all are looked at; the size if there is none.
    static int firstFrom(StreamHistory history, Instant from) {
        for (int i = 0; i < history.size(); i++) {
            if (history.event(i).recordedAt().filter(time -> !time.isBefore(from)).isPresent()) {
                return i;
            }
        }
        return history.size();
    }

    /// Whether the next event still belongs to the run; moves on to its column.
    boolean takes(Optional<Instant> recordedAt) {
        if (recordedAt.isEmpty()) {
            return true;
        }
        if (recordedAt.get().isAfter(to)) {
            return false;
        }
        double part = seconds <= 0 ? 0 : seconds(Duration.between(from, recordedAt.get())) / seconds;
        column = Math.max(column, Math.min(columns - 1, (int) (part * columns)));
        return true;
    }

    int column() {
        return column;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
