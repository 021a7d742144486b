package io.hindcast.desktop.transport;

import io.hindcast.desktop.focus.Look;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.event.StoredSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// The search for the next event of a kind, on its way to another thread.
///
/// @param fields where the store keeps correlation ids
/// @param zone whose midnights part the days
record Seek(Look look, TransportModel.Way way, TransportModel.Kind kind, CommonFields fields, ZoneId zone) {
    private static final Duration DAY = Duration.ofHours(24);

    /// The event's place, absent where there is none.
    OptionalInt find() throws InterruptedException {
        StreamHistory history = look.history().orElseThrow();
        return switch (kind) {
            case SAME_TYPE -> sameType(history);
            case SAME_CORRELATION -> sameCorrelation(history);
            case PROBLEM -> nearest(
                    history.problems().stream().mapToInt(Problem::index).toArray());
            case SNAPSHOT -> nearest(
                    indexesOf(history, look.subject().orElseThrow().snapshots()));
            case DAY_LONG -> dayLong(history);
            case DAY_START -> isForward() ? nextDay(history) : previousDay(history);
        };
    }

    private boolean isForward() {
        return way == TransportModel.Way.NEXT;
    }

    private static int[] indexesOf(StreamHistory history, List<StoredSnapshot> snapshots) {
        return snapshots.stream()
                .mapToInt(it -> history.indexAt(new Moment.AtVersion(it.version())))
                .toArray();
    }

    private OptionalInt nearest(int[] indexes) {
        var candidates = Arrays.stream(indexes);
        return isForward()
                ? candidates.filter(it -> it > look.index()).min()
                : candidates.filter(it -> it >= 0 && it < look.index()).max();
    }

    private OptionalInt sameType(StreamHistory history) throws InterruptedException {
        String type = look.isOnEvent() ? history.event(look.index()).type() : "";
        return walk(history, it -> history.event(it).type().equals(type));
    }

    private OptionalInt sameCorrelation(StreamHistory history) throws InterruptedException {
        Optional<String> wanted = look.isOnEvent() ? correlation(history, look.index()) : Optional.empty();
        return wanted.isEmpty()
                ? OptionalInt.empty()
                : walk(history, it -> correlation(history, it).equals(wanted));
    }

    private Optional<String> correlation(StreamHistory history, int index) {
        return fields.correlationId(history.data(index), history.metadata(index));
    }

    private OptionalInt walk(StreamHistory history, IntPredicate isIt) throws InterruptedException {
        int step = isForward() ? 1 : -1;
        for (int i = look.index() + step; i >= 0 && i < history.size(); i += step) {
            if (isIt.test(i)) {
                return OptionalInt.of(i);
            }
            if ((i & 1023) == 0 && Thread.interrupted()) {
                throw new InterruptedException("overtaken");
            }
        }
        return OptionalInt.empty();
    }

    /// 24 hours on or back: to the last event recorded by then, and by one event at least.
    private OptionalInt dayLong(StreamHistory history) {
        Optional<Instant> now = time(history, look.index());
        if (now.isEmpty()) {
            return OptionalInt.empty();
        }
        return isForward()
                ? OptionalInt.of(Math.max(
                        look.index() + 1, history.indexAt(new Moment.AtInstant(now.get().plus(DAY)))))
                : OptionalInt.of(Math.clamp(
                        history.indexAt(new Moment.AtInstant(now.get().minus(DAY))), 0, Math.max(0, look.index() - 1)));
    }

    /// The first event of the next day that has one.
    private OptionalInt nextDay(StreamHistory history) {
        return day(history, look.index())
                .map(day -> OptionalInt.of(Math.max(look.index() + 1, firstOf(history, day.plusDays(1)))))
                .orElse(OptionalInt.empty());
    }

    /// The first event of this day; being there, of the last day before that has one.
    private OptionalInt previousDay(StreamHistory history) {
        OptionalInt here = day(history, look.index())
                .map(day -> OptionalInt.of(firstOf(history, day)))
                .orElse(OptionalInt.empty());
        if (here.isEmpty() || here.getAsInt() < look.index() || look.index() == 0) {
            return here;
        }
        int before = look.index() - 1;
        return OptionalInt.of(day(history, before)
                .map(day -> Math.min(before, firstOf(history, day)))
                .orElse(before));
    }

    private int firstOf(StreamHistory history, LocalDate day) {
        Instant start = day.atStartOfDay(zone).toInstant();
        return history.indexAt(new Moment.AtInstant(start.minusNanos(1))) + 1;
    }

    private Optional<LocalDate> day(StreamHistory history, int index) {
        return time(history, index).map(it -> LocalDate.ofInstant(it, zone));
    }

    private static Optional<Instant> time(StreamHistory history, int index) {
        return index >= 0 && index < history.size() ? history.event(index).recordedAt() : Optional.empty();
    }
}
