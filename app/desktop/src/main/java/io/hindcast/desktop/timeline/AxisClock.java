package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.TimeScale;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// Times of the timeline in words, in the one zone, always with the zone's short name; numbers on the index scale.
///
/// @param span places on screen: the more, the fewer digits a rough time needs
record AxisClock(ZoneId zone, TimeScale scale, double span, Words words) implements Reading.Clock {
    private static final double DAY = 86_400e6;

    @Override
    public String exact(long micros, int event) {
        String number = words.text("timeline.hover.index", event + 1);
        if (micros == HeaderIndex.NO_TIME) {
            return number + " · " + words.text("timeline.accessible.untimed");
        }
        String time = time(Places.instant(micros), micros % 1_000 == 0 ? "HH:mm:ss.SSS" : "HH:mm:ss.SSSSSS");
        return scale == TimeScale.INDEX ? number + " · " + time : time;
    }

    @Override
    public String rough(double place) {
        if (scale == TimeScale.INDEX) {
            long number = Math.max(1, (long) Math.floor(place) + 1);
            return words.text("timeline.hover.index", number);
        }
        Instant at = Places.instant((long) Math.floor(place));
        if (span > 400 * DAY) {
            return time(at, "HH:mm");
        }
        return time(at, span > DAY / 24 ? "HH:mm:ss" : "HH:mm:ss.SSS");
    }

    /// For the handle of the playhead: a number where the scale is the index.
    String head(double place) {
        return scale == TimeScale.INDEX
                ? NumberFormat.getIntegerInstance(words.locale()).format((long) place + 1)
                : rough(place);
    }

    private String time(Instant at, String clock) {
        ZonedDateTime time = at.atZone(zone);
        return DateTimeFormatter.ofPattern("d MMM uuuu " + clock, words.locale()).format(time) + " "
                + Ticks.abbreviation(time);
    }
}
