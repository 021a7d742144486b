package io.hindcast.cli;

import io.hindcast.engine.replay.Moment;
import io.hindcast.event.Event;
import java.util.function.Predicate;

/// Which events lie at or after a moment, and at or before one.
final class EventBounds {
    private EventBounds() {}

    /// @param from as it was written, and `to`
    /// @throws UsageException when the one plainly lies behind the other
    static void refuseBackwards(String from, Moment first, String to, Moment last) {
        boolean backwards = switch (first) {
            case Moment.Head() -> !(last instanceof Moment.Head);
            case Moment.AtInstant(var one) -> last instanceof Moment.AtInstant(var other) && one.isAfter(other);
            case Moment.AtPosition(var one) -> last instanceof Moment.AtPosition(var other) && one.compareTo(other) > 0;
            case Moment.AtVersion(long one) -> last instanceof Moment.AtVersion(long other) && one > other;
        };
        if (backwards) {
            throw new UsageException("--from %s lies after --to %s.".formatted(from, to));
        }
    }

    static Predicate<Event> notBefore(Moment moment) {
        return switch (moment) {
            case Moment.Head() -> _ -> true;
            case Moment.AtVersion(long version) -> event -> event.version().orElse(Long.MIN_VALUE) >= version;
            case Moment.AtPosition(var position) ->
                event -> event.position().filter(here -> here.compareTo(position) >= 0).isPresent();
            case Moment.AtInstant(var instant) ->
                event -> event.recordedAt().filter(time -> !time.isBefore(instant)).isPresent();
        };
    }

    static Predicate<Event> notAfter(Moment moment) {
        return switch (moment) {
            case Moment.Head() -> _ -> true;
            case Moment.AtVersion(long version) -> event -> event.version().orElse(Long.MAX_VALUE) <= version;
            case Moment.AtPosition(var position) ->
                event -> event.position().filter(here -> here.compareTo(position) <= 0).isPresent();
            case Moment.AtInstant(var instant) ->
                event -> event.recordedAt().filter(time -> !time.isAfter(instant)).isPresent();
        };
    }
}
