package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.TimeScale;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The ticks of the axis in a window: the fine ones, and over them the larger units that they belong to. The first of
/// the larger ones names what the left edge lies in.
///
/// @param fine the lines, in order
/// @param coarse days, months or years over them, in order
record Ticks(List<Tick> fine, List<Tick> coarse) {
    private static final int MOST = 400;

    /// Words of a time axis.
    ///
    /// @param zone the zone whose clock is shown
    record Clock(ZoneId zone, Locale locale) {}

    /// @param width pixels of the plot
    /// @param apart pixels that a label needs
    static Ticks of(Viewport viewport, TimeScale scale, double width, double apart, Clock clock) {
        double distance = viewport.span() / Math.max(1, width) * apart;
        return switch (scale) {
            case TimeScale.OfTime time -> ofTime(viewport, time, TickStep.atLeast(distance), clock);
            case TimeScale.ByIndex() -> ofIndex(viewport, distance, clock.locale());
        };
    }

    private static Ticks ofTime(Viewport viewport, TimeScale.OfTime scale, TickStep step, Clock clock) {
        var fine = new ArrayList<Tick>();
        @Nullable ZonedDateTime before = null;
        for (Stop stop : Stop.all(viewport, scale, step, clock.zone())) {
            if (stop.place() >= viewport.from()) {
                boolean clockMoved = step.isWithinDay()
                        && before != null
                        && !stop.time().getOffset().equals(before.getOffset());
                fine.add(new Tick(stop.place(), label(stop.time(), step, clock, clockMoved), false));
            }
            before = stop.time();
        }
        List<Tick> coarse = step.larger()
                .map(larger -> coarse(viewport, scale, larger, clock))
                .orElse(List.of());
        return new Ticks(fine, coarse);
    }

    /// The first stands at the left edge, for what began before it.
    private static List<Tick> coarse(Viewport viewport, TimeScale.OfTime scale, TickStep step, Clock clock) {
        return Stop.all(viewport, scale, step, clock.zone()).stream()
                .map(stop -> new Tick(
                        Math.max(viewport.from(), stop.place()),
                        context(stop.time(), step, clock),
                        stop.place() >= viewport.from()))
                .toList();
    }

    private static String label(ZonedDateTime tick, TickStep step, Clock clock, boolean withZone) {
        String pattern =
                switch (step.unit()) {
                    case MILLIS -> "HH:mm:ss.SSS";
                    case SECONDS -> "HH:mm:ss";
                    case MINUTES, HOURS -> "HH:mm";
                    case DAYS -> "EEE " + day(clock.locale());
                    case WEEKS -> day(clock.locale()) + " MMM";
                    case MONTHS -> "MMM";
                    default -> "uuuu";
                };
        String text = DateTimeFormatter.ofPattern(pattern, clock.locale()).format(tick);
        return withZone ? text + " " + abbreviation(tick) : text;
    }

    private static String context(ZonedDateTime tick, TickStep step, Clock clock) {
        String pattern =
                switch (step.unit()) {
                    case DAYS -> "EEE " + day(clock.locale()) + " MMMM uuuu";
                    case MONTHS -> "MMMM uuuu";
                    default -> "uuuu";
                };
        return DateTimeFormatter.ofPattern(pattern, clock.locale()).format(tick);
    }

    /// The number of a day, as a pattern.
    static String day(Locale locale) {
        return locale.getLanguage().equals("de") ? "d." : "d";
    }

    /// `CEST`, `UTC`, or the offset where the zone has no short name.
    static String abbreviation(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time).replaceFirst("^Z$", "UTC");
    }

    private static Ticks ofIndex(Viewport viewport, double distance, Locale locale) {
        long step = roundNumber(distance);
        NumberFormat number = NumberFormat.getIntegerInstance(locale);
        var fine = new ArrayList<Tick>();
        long first = Math.max(0, Math.floorDiv((long) viewport.from(), step) * step);
        for (long count = first; fine.size() < MOST && count - 0.5 <= viewport.to(); count += step) {
            long shown = Math.max(1, count); // people count from 1
            if (shown - 0.5 >= viewport.from() && (count > 0 || step > 1)) {
                fine.add(new Tick(shown - 0.5, number.format(shown), false));
            }
        }
        return new Ticks(fine, List.of());
    }

    /// The smallest of 1, 2, 5, 10, 20, 50 … that is at least so large.
    private static long roundNumber(double least) {
        long ten = 1;
        while (10.0 * ten < least) {
            ten *= 10;
        }
        if (ten >= least) {
            return ten;
        }
        return 2 * ten >= least ? 2 * ten : 5 * ten >= least ? 5 * ten : 10 * ten;
    }
}
