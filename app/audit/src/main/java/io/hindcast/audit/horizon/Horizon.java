package io.hindcast.audit.horizon;

import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Instant;

/// Up to where a store is looked at; inclusive.
public sealed interface Horizon {
    /// By the order of the store: exact.
    record AtPosition(Position position) implements Horizon {}

    /// By recorded time, where the store has no order of its own. Events without a time count as within.
    ///
    /// @param instant in whole microseconds, rounded up
    record AtInstant(Instant instant) implements Horizon {}

    /// The store has neither; what is added meanwhile is seen.
    record Open() implements Horizon {}

    /// Where a store ends just now. To be called when its index is built.
    static Horizon of(OpenStore store) {
        HeaderIndex index = store.index();
        if (index.size() == 0) {
            return new Open();
        }
        if (index.isPositioned()) {
            Position last = Position.of(Long.MIN_VALUE);
            for (int event = 0; event < index.size(); event++) {
                Position here = new Position(index.positionHigh(event), index.positionLow(event));
                last = event == 0 || here.compareTo(last) > 0 ? here : last;
            }
            return new AtPosition(last);
        }
        return store.info().capabilities().contains(Capability.RECORDED_TIME) ? latest(index) : new Open();
    }

    private static Horizon latest(HeaderIndex index) {
        long last = HeaderIndex.NO_TIME;
        for (int event = 0; event < index.size(); event++) {
            last = Math.max(last, index.micros(event));
        }
        return last == HeaderIndex.NO_TIME ? new Open() : new AtInstant(Micros.endOf(last));
    }

    /// Whether an event of a page lies within.
    default boolean holds(EventPage page, int row) {
        return switch (this) {
            case AtPosition(Position last) ->
                !page.isPositioned()
                        || page.positionHigh(row) < last.high()
                        || (page.positionHigh(row) == last.high() && page.positionLow(row) <= last.low());
            case AtInstant(Instant last) ->
                page.recordedSecond(row) == EventPage.NO_TIME
                        || page.recordedSecond(row) < last.getEpochSecond()
                        || (page.recordedSecond(row) == last.getEpochSecond()
                                && page.recordedNano(row) <= last.getNano());
            case Open() -> true;
        };
    }

    /// Whether an event of an index lies within.
    default boolean holds(HeaderIndex index, int event) {
        return switch (this) {
            case AtPosition(Position last) ->
                index.positionHigh(event) < last.high()
                        || (index.positionHigh(event) == last.high() && index.positionLow(event) <= last.low());
            case AtInstant(Instant last) ->
                index.micros(event) == HeaderIndex.NO_TIME || !Micros.endOf(index.micros(event)).isAfter(last);
            case Open() -> true;
        };
    }
}
