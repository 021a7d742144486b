package io.hindcast.engine.population;

import io.hindcast.engine.replay.Moment;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Instant;

/// Whether an event lies at or before a moment, looked at without making objects.
@FunctionalInterface
interface Cut {
    boolean includes(EventPage page, int row);

    static Cut at(Moment moment) {
        return switch (moment) {
            case Moment.Head() -> (_, _) -> true;
            case Moment.AtVersion(long version) ->
                (page, row) -> page.version(row) != EventPage.NO_VERSION && page.version(row) <= version;
            case Moment.AtPosition(Position position) -> (page, row) -> page.isPositioned()
                    && (page.positionHigh(row) < position.high()
                            || (page.positionHigh(row) == position.high()
                                    && page.positionLow(row) <= position.low()));
            case Moment.AtInstant(Instant instant) -> recordedBy(instant.getEpochSecond(), instant.getNano());
        };
    }

    private static Cut recordedBy(long second, int nano) {
        return (page, row) -> {
            long recorded = page.recordedSecond(row);
            return recorded != EventPage.NO_TIME
                    && (recorded < second || (recorded == second && page.recordedNano(row) <= nano));
        };
    }
}
