package io.hindcast.cli;

import io.hindcast.engine.replay.Moment;
import io.hindcast.event.Event;
import java.util.function.Predicate;

/// Which events lie at or after a moment, and at or before one.
final class EventBounds {
    private EventBounds() {}

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
