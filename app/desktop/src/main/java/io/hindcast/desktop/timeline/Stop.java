package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.Break;
import io.hindcast.engine.timeline.TimeScale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// A tick of the clock and where it stands. None stands inside of a break: what lies there by the clock is left out, but a day,
/// or something longer, that begins there and goes on behind it stands where the break ends, with the time of that.
///
/// @param time what the clock shows there
/// @param place on the axis
record Stop(ZonedDateTime time, double place) {
    private static final int MOST = 400;

    /// The ticks of a window from left to right, with the one that it begins in.
    static List<Stop> all(Viewport viewport, TimeScale.OfTime scale, TickStep step, ZoneId zone) {
        var stops = new ArrayList<Stop>();
        ZonedDateTime tick = step.floor(Places.instant(scale.microsAt((long) Math.floor(viewport.from()))), zone);
        for (int i = 0; i < MOST; i++) {
            long place = scale.placeAt(Places.micros(tick.toInstant()));
            List<Break> folds = scale.breaksWithin(place, place + 1);
            if (place > viewport.to()) {
                break;
            }
            if (folds.isEmpty()) {
                stops.add(new Stop(tick, place));
            } else {
                Instant end = Places.instant(folds.getFirst().to());
                tick = step.floor(end, zone);
                boolean goesOn = !step.isWithinDay() || tick.toInstant().equals(end);
                if (goesOn && folds.getFirst().end() <= viewport.to()) {
                    stops.add(new Stop(end.atZone(zone), folds.getFirst().end()));
                }
            }
            tick = step.next(tick);
        }
        return stops;
    }
}
