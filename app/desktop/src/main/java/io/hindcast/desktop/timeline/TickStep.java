package io.hindcast.desktop.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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

    /// On the clock: where an hour was skipped or repeated, the round number that the clock showed last.
    private ZonedDateTime floorWithinDay(ZonedDateTime time) {
        long past = Math.floorMod(time.toLocalTime().toNanoOfDay(), nanos());
        ZonedDateTime floor =
                ZonedDateTime.ofLocal(time.toLocalDateTime().minusNanos(past), time.getZone(), time.getOffset());
        return floor.isAfter(time) ? time.minusNanos(past) : floor;
    }

    /// As long after as the step says if the clock reads a round number then; else the next one on the clock.
    private ZonedDateTime nextWithinDay(ZonedDateTime tick) {
        ZonedDateTime next = tick.plusNanos(nanos());
        if (Math.floorMod(next.toLocalTime().toNanoOfDay(), nanos()) == 0) {
            return next;
        }
        ZonedDateTime round = tick.toLocalDateTime().plusNanos(nanos()).atZone(tick.getZone());
        return round.isAfter(tick) ? round : next;
    }

    private long nanos() {
        return Duration.of(amount, unit).toNanos();
    }

    /// What these ticks are part of: days for what lies within a day, months for days, years for months.
    Optional<TickStep> larger() {
        return switch (unit) {
            case DAYS, WEEKS -> Optional.of(new TickStep(1, ChronoUnit.MONTHS));
            case MONTHS -> Optional.of(new TickStep(1, ChronoUnit.YEARS));
            case YEARS -> Optional.empty();
            default -> Optional.of(new TickStep(1, ChronoUnit.DAYS));
        };
    }
}
