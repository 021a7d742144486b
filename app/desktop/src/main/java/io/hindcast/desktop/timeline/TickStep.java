package io.hindcast.desktop.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Distance from one tick of the time axis to the next, in a unit that people count in.
///
/// @param amount how many units
/// @param unit the unit: millis, seconds, minutes, hours, days, weeks, months or years
record TickStep(int amount, ChronoUnit unit) {
    private static final List<TickStep> ALL = List.of(
            new TickStep(1, ChronoUnit.MILLIS),
            new TickStep(5, ChronoUnit.MILLIS),
            new TickStep(20, ChronoUnit.MILLIS),
            new TickStep(100, ChronoUnit.MILLIS),
            new TickStep(500, ChronoUnit.MILLIS),
            new TickStep(1, ChronoUnit.SECONDS),
            new TickStep(5, ChronoUnit.SECONDS),
            new TickStep(15, ChronoUnit.SECONDS),
            new TickStep(30, ChronoUnit.SECONDS),
            new TickStep(1, ChronoUnit.MINUTES),
            new TickStep(5, ChronoUnit.MINUTES),
            new TickStep(15, ChronoUnit.MINUTES),
            new TickStep(30, ChronoUnit.MINUTES),
            new TickStep(1, ChronoUnit.HOURS),
            new TickStep(3, ChronoUnit.HOURS),
            new TickStep(6, ChronoUnit.HOURS),
            new TickStep(12, ChronoUnit.HOURS),
            new TickStep(1, ChronoUnit.DAYS),
            new TickStep(2, ChronoUnit.DAYS),
            new TickStep(1, ChronoUnit.WEEKS),
            new TickStep(1, ChronoUnit.MONTHS),
            new TickStep(3, ChronoUnit.MONTHS),
            new TickStep(1, ChronoUnit.YEARS),
            new TickStep(2, ChronoUnit.YEARS),
            new TickStep(5, ChronoUnit.YEARS),
            new TickStep(10, ChronoUnit.YEARS),
            new TickStep(50, ChronoUnit.YEARS),
            new TickStep(100, ChronoUnit.YEARS),
            new TickStep(500, ChronoUnit.YEARS),
            new TickStep(1_000, ChronoUnit.YEARS));

    /// The smallest step that is at least so long.
    static TickStep atLeast(double micros) {
        for (TickStep step : ALL) {
            if (step.micros() >= micros) {
                return step;
            }
        }
        return ALL.getLast();
    }

    double micros() {
        return amount * (unit.getDuration().toNanos() / 1_000.0);
    }

    boolean isWithinDay() {
        return unit.compareTo(ChronoUnit.DAYS) < 0;
    }

    /// The last tick at or before an instant.
    ZonedDateTime floor(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        LocalDate day = time.toLocalDate();
        return switch (unit) {
            case DAYS -> day.minusDays((day.getDayOfMonth() - 1) % amount).atStartOfDay(zone);
            case WEEKS -> day.minusDays(day.getDayOfWeek().getValue() - 1).atStartOfDay(zone);
            case MONTHS -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % amount).atStartOfDay(zone);
            case YEARS -> day.withDayOfYear(1).minusYears(Math.floorMod(day.getYear(), amount)).atStartOfDay(zone);
            default -> floorWithinDay(time);
        };
    }

    /// The tick after one; on the clock's round numbers, also where a day has 23 or 25 hours.
    ZonedDateTime next(ZonedDateTime tick) {
        return switch (unit) {
            case DAYS -> nextDay(tick);
            case WEEKS, MONTHS, YEARS ->
                tick.toLocalDate().plus(amount, unit).atStartOfDay(tick.getZone());
            default -> nextWithinDay(tick);
        };
    }

    /// Every second day starts anew with each month, so that the ticks stay on the same days while panning.
    private ZonedDateTime nextDay(ZonedDateTime tick) {
        LocalDate next = tick.toLocalDate().plusDays(amount);
        boolean month = next.getMonthValue() != tick.getMonthValue();
        return (month ? next.withDayOfMonth(1) : next).atStartOfDay(tick.getZone());
    }

    private ZonedDateTime floorWithinDay(ZonedDateTime time) {
        long step = Duration.of(amount, unit).toNanos();
        long past = Math.floorMod(time.toLocalTime().toNanoOfDay(), step);
        ZonedDateTime floor = time.minusNanos(past);
        // an hour was skipped or repeated in between: the clock reads another round number there
        long off = Math.floorMod(floor.toLocalTime().toNanoOfDay(), step);
        return floor.minusNanos(off);
    }

    private ZonedDateTime nextWithinDay(ZonedDateTime tick) {
        long step = Duration.of(amount, unit).toNanos();
        ZonedDateTime next = tick.plusNanos(step);
        long off = Math.floorMod(next.toLocalTime().toNanoOfDay(), step);
        if (off == 0 || next.getOffset().equals(tick.getOffset())) {
            return next;
        }
        ZonedDateTime earlier = next.minusNanos(off);
        return earlier.isAfter(tick) ? earlier : earlier.plusNanos(step);
    }
}
