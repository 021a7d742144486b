package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.timeline.Break;
import io.hindcast.engine.timeline.TimeScale;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

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
        return Places.isOfTime(scale) ? time : number + " · " + time;
    }

    @Override
    public String rough(double place) {
        return switch (scale) {
            case TimeScale.ByIndex() -> words.text("timeline.hover.index", Math.max(1, (long) Math.floor(place) + 1));
            case TimeScale.OfTime time -> rough(Places.instant(time.microsAt((long) Math.floor(place))));
        };
    }

    private String rough(Instant at) {
        if (span > 400 * DAY) {
            return time(at, "HH:mm");
        }
        return time(at, span > DAY / 24 ? "HH:mm:ss" : "HH:mm:ss.SSS");
    }

    /// For the handle of the playhead: a number where the scale is the index.
    String head(double place) {
        return Places.isOfTime(scale)
                ? rough(place)
                : NumberFormat.getIntegerInstance(words.locale()).format((long) place + 1);
    }

    @Override
    public String fold(Break fold) {
        return words.text("timeline.break", length(fold.length()));
    }

    @Override
    public String within(Break fold) {
        return words.text(
                "timeline.break.within", time(Places.instant(fold.from()), "HH:mm"), time(Places.instant(fold.to()), "HH:mm"));
    }

    /// How much is folded, on a line of its own; nothing where the axis folds nothing.
    String folded(Axis axis) {
        if (axis == Axis.TIME || !(scale instanceof TimeScale.OfTime time)) {
            return "";
        }
        long folded = time.breaks().stream().mapToLong(Break::length).sum();
        return words.text("timeline.folded", time.breaks().size(), length(folded)) + "\n";
    }

    /// The two largest units of a length of time: `3 d 4 h`.
    String length(long micros) {
        Duration length = Duration.of(micros, ChronoUnit.MICROS);
        if (length.toDays() > 0) {
            return two("days", length.toDays(), "hours", length.toHoursPart());
        }
        return length.toHours() > 0
                ? two("hours", length.toHours(), "minutes", length.toMinutesPart())
                : two("minutes", length.toMinutes(), "seconds", length.toSecondsPart());
    }

    private String two(String larger, long many, String smaller, long few) {
        String first = words.text("timeline.length." + larger, many);
        return few == 0 ? first : first + " " + words.text("timeline.length." + smaller, few);
    }

    private String time(Instant at, String clock) {
        ZonedDateTime time = at.atZone(zone);
        return DateTimeFormatter.ofPattern(Ticks.day(words.locale()) + " MMM uuuu " + clock, words.locale()).format(time) + " "
                + Ticks.abbreviation(time);
    }
}
