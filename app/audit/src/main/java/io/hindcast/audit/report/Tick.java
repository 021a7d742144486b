package io.hindcast.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// A round date on the axis of a timeline.
///
/// @param share where it lies between the ends, from 0 to 1
public record Tick(double share, String label) {
    private static final int MOST = 8;

    /// Years, quarters, months or days, as fine as there is room for; none in less than three days.
    static List<Tick> between(Instant from, Instant to, ZoneId zone) {
        for (Step step : Step.values()) {
            List<Tick> ticks = of(step, from, to, zone);
            if (ticks.size() >= 2 && ticks.size() <= MOST) {
                return ticks;
            }
        }
        return List.of();
    }

    private static List<Tick> of(Step step, Instant from, Instant to, ZoneId zone) {
        var ticks = new ArrayList<Tick>();
        double whole = Math.max(1, Duration.between(from, to).toMillis());
        LocalDate day = step.first(LocalDate.ofInstant(from, zone));
        while (ticks.size() <= MOST) {
            ZonedDateTime start = day.atStartOfDay(zone);
            if (start.toInstant().isAfter(to)) {
                break;
            }
            if (!start.toInstant().isBefore(from)) {
                ticks.add(new Tick(Duration.between(from, start.toInstant()).toMillis() / whole, step.label(day)));
            }
            day = step.next(day);
        }
        return ticks;
    }

    /// From fine to coarse.
    private enum Step {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        DECADE;

        LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY, WEEK -> day;
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
                case DECADE -> day.withDayOfYear(1).withYear(day.getYear() / 10 * 10);
            };
        }

        LocalDate next(LocalDate day) {
            return switch (this) {
                case DAY -> day.plusDays(1);
                case WEEK -> day.plusWeeks(1);
                case MONTH -> day.plusMonths(1);
                case QUARTER -> day.plusMonths(3);
                case YEAR -> day.plusYears(1);
                case DECADE -> day.plusYears(10);
            };
        }

        String label(LocalDate day) {
            return switch (this) {
                case DAY, WEEK -> day.toString();
                case MONTH, QUARTER -> day.toString().substring(0, 7);
                case YEAR, DECADE -> Integer.toString(day.getYear());
            };
        }
    }
}
