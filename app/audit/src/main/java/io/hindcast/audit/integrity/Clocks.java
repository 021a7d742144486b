package io.hindcast.audit.integrity;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.work.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// Recorded times that go back: within a stream, by version; and in the order of the whole store, by more than the
/// tolerance.
final class Clocks implements HeaderCheck {
    private final VersionOrder order;

    Clocks(VersionOrder order) {
        this.order = order;
    }

    @Override
    public void run(Examination examination, Cancellation cancellation) {
        boolean positioned = examination.index.isPositioned();
        if (!positioned) {
            examination.notApplicable(Check.LATE_COMMITS, Statement.of("reason.no-positions"));
        }
        if (!isTimed(examination)) {
            examination.notApplicable(Check.CLOCK_REGRESSIONS, Statement.of("reason.no-times"));
            examination.notApplicable(Check.LATE_COMMITS, Statement.of("reason.no-times"));
            return;
        }
        if (!alongTheStore(examination, positioned, cancellation)) {
            return;
        }
        for (int stream : order.disordered().stream().toArray()) {
            if (cancellation.isCancelled()) {
                return;
            }
            alongTheStream(examination, VersionOrder.byVersion(examination, stream));
        }
        examination.finish(Check.CLOCK_REGRESSIONS, Check.LATE_COMMITS);
    }

    private static boolean isTimed(Examination examination) {
        return examination.index.streams().stream().anyMatch(stream -> stream.lastMicros() != HeaderIndex.NO_TIME);
    }

    private boolean alongTheStore(Examination examination, boolean positioned, Cancellation cancellation) {
        var index = examination.index;
        int[] lastOfStream = new int[examination.inventory.streams()];
        Arrays.fill(lastOfStream, -1);
        int latest = -1;
        for (int event = 0; event < examination.inventory.events(); event++) {
            if (HeaderCheck.stops(event, cancellation)) {
                return false;
            }
            if (index.micros(event) == HeaderIndex.NO_TIME) {
                continue;
            }
            int stream = index.stream(event);
            if (!order.disordered().get(stream)) {
                compare(examination, lastOfStream[stream], event);
            }
            lastOfStream[stream] = event;
            if (latest < 0 || isBefore(index, latest, event)) {
                latest = event;
            } else if (positioned) {
                late(examination, latest, event);
            }
        }
        return true;
    }

    private static void alongTheStream(Examination examination, int[] events) {
        int before = -1;
        for (int event : events) {
            if (examination.index.micros(event) != HeaderIndex.NO_TIME) {
                compare(examination, before, event);
                before = event;
            }
        }
    }

    private static void compare(Examination examination, int before, int event) {
        if (before >= 0 && isBefore(examination.index, event, before)) {
            examination.found(
                    Check.CLOCK_REGRESSIONS,
                    event,
                    Statement.of(
                            "clock-regressions.back",
                            shown(examination, event),
                            span(examination, event, before),
                            examination.name(before)));
        }
    }

    private static void late(Examination examination, int latest, int event) {
        Duration behind = between(examination, event, latest);
        if (behind.compareTo(examination.criteria.lateCommit()) > 0) {
            examination.found(
                    Check.LATE_COMMITS,
                    event,
                    Statement.of(
                            "late-commits.late",
                            shown(examination, event),
                            span(examination, event, latest),
                            examination.index.position(latest).map(Object::toString).orElse("")));
        }
    }

    private static boolean isBefore(HeaderIndex index, int one, int other) {
        long micros = index.micros(one);
        return micros < index.micros(other)
                || (micros == index.micros(other) && index.nanosOfMicro(one) < index.nanosOfMicro(other));
    }

    private static Duration between(Examination examination, int one, int other) {
        return Duration.between(
                examination.recordedAt(one).orElse(Instant.EPOCH),
                examination.recordedAt(other).orElse(Instant.EPOCH));
    }

    private static String span(Examination examination, int one, int other) {
        return text(between(examination, one, other));
    }

    /// `3h2m1.5s`
    static String text(Duration span) {
        return span.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String shown(Examination examination, int event) {
        return examination.recordedAt(event).map(Instant::toString).orElse("");
    }
}
