package io.hindcast.desktop.clocks;

import java.time.DateTimeException;
import io.hindcast.desktop.focus.TimeText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Days to write along an axis: as many as have room, at dates that people count in.
record DayTicks(List<Tick> ticks) {
    private static final int MOST = 200;
    private static final List<Step> STEPS = List.of(
            new Step(1, ChronoUnit.DAYS, 1),
            new Step(2, ChronoUnit.DAYS, 2),
            new Step(7, ChronoUnit.DAYS, 7),
            new Step(14, ChronoUnit.DAYS, 14),
            new Step(1, ChronoUnit.MONTHS, 31),
            new Step(3, ChronoUnit.MONTHS, 92),
            new Step(6, ChronoUnit.MONTHS, 184),
            new Step(1, ChronoUnit.YEARS, 366),
            new Step(2, ChronoUnit.YEARS, 731),
            new Step(5, ChronoUnit.YEARS, 1827),
            new Step(10, ChronoUnit.YEARS, 3653),
            new Step(50, ChronoUnit.YEARS, 18263),
            new Step(100, ChronoUnit.YEARS, 36525),
            new Step(1000, ChronoUnit.YEARS, 365250));

    /// @param day since 1970-01-01
    record Tick(long day, String label) {}

    private record Step(int amount, ChronoUnit unit, double days) {}

    /// @param pixels length of the axis
    /// @param apart pixels that a label needs
    static DayTicks of(double from, double span, double pixels, double apart, Locale locale) {
        double least = span / Math.max(1, pixels) * apart;
        Step step = STEPS.stream().filter(it -> it.days() >= least).findFirst().orElse(STEPS.getLast());
        var ticks = new ArrayList<Tick>();
        try {
            LocalDate day = first(LocalDate.ofEpochDay((long) Math.floor(from)), step);
            for (int i = 0; i < MOST && day.toEpochDay() <= from + span; i++) {
                if (day.toEpochDay() >= from) {
                    ticks.add(new Tick(day.toEpochDay(), label(day, step, ticks.isEmpty(), locale)));
                }
                day = day.plus(step.amount(), step.unit());
            }
        } catch (DateTimeException _) {
            return new DayTicks(List.of()); // beyond all calendars
        }
        return new DayTicks(List.copyOf(ticks));
    }

    private static LocalDate first(LocalDate day, Step step) {
        return switch (step.unit()) {
            case DAYS -> step.amount() < 7
                    ? day
                    : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / step.amount() * step.amount() + 1);
            default -> LocalDate.of(Math.floorDiv(day.getYear(), step.amount()) * step.amount(), 1, 1);
        };
    }

    private static String label(LocalDate day, Step step, boolean first, Locale locale) {
        boolean january = day.getMonthValue() == 1 && day.getDayOfMonth() <= 14;
        String pattern =
                switch (step.unit()) {
                    case DAYS -> TimeText.dayPattern(locale) + (first || january ? " uuuu" : "");
                    case MONTHS -> first || day.getMonthValue() == 1 ? "MMM uuuu" : "MMM";
                    default -> "uuuu";
                };
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
