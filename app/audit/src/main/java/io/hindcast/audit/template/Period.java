package io.hindcast.audit.template;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.replay.Moment;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Which events lie within the period of a question: behind its beginning, up to its end. As everywhere, a moment means all
/// events of a stream up to the last one at or before it.
final class Period {
    private final BitSet within = new BitSet();
    private final List<Instant> limits = new ArrayList<>();

    private Period() {}

    /// @param from absent where the period begins with the streams
    static Period of(HeaderIndex index, Optional<Moment> from, Moment to) {
        var period = new Period();
        for (int stream = 0; stream < index.streamCount(); stream++) {
            int[] events = index.eventsOf(stream);
            int first = from.map(moment -> upTo(index, events, moment)).orElse(0);
            int behind = upTo(index, events, to);
            for (int place = first; place < behind; place++) {
                period.within.set(events[place]);
            }
        }
        from.ifPresent(period::limit);
        period.limit(to);
        return period;
    }

    private void limit(Moment moment) {
        if (moment instanceof Moment.AtInstant(var instant)) {
            limits.add(instant);
        }
    }

    boolean includes(int event) {
        return within.get(event);
    }

    /// The instants at which it begins and ends, as far as it does so by the clock.
    List<Instant> limits() {
        return List.copyOf(limits);
    }

    /// How many events of a stream lie up to a moment.
    private static int upTo(HeaderIndex index, int[] events, Moment moment) {
        for (int place = events.length; place > 0; place--) {
            if (isAtOrBefore(index, events[place - 1], moment)) {
                return place;
            }
        }
        return 0;
    }

    private static boolean isAtOrBefore(HeaderIndex index, int event, Moment moment) {
        return switch (moment) {
            case Moment.Head() -> true;
            case Moment.AtVersion(long version) ->
                index.version(event) != EventPage.NO_VERSION && index.version(event) <= version;
            case Moment.AtPosition(Position position) ->
                index.position(event).filter(here -> here.compareTo(position) <= 0).isPresent();
            case Moment.AtInstant(Instant instant) ->
                index.micros(event) != HeaderIndex.NO_TIME && !recorded(index, event).isAfter(instant);
        };
    }

    private static Instant recorded(HeaderIndex index, int event) {
        long micros = index.micros(event);
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L),
                Math.floorMod(micros, 1_000_000L) * 1_000L + index.nanosOfMicro(event));
    }
}
