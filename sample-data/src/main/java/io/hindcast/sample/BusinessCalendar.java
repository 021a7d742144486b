package io.hindcast.sample;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;

/// The rhythm of the bank: which days are busy, when in the day work is done, and when the batches run.
final class BusinessCalendar {
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 7, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
    private static final LocalTime BATCH_TIME = LocalTime.of(20, 15);
    private static final long NANOS_A_MINUTE = 60_000_000_000L;

    /// Work per hour from 07:00 to 19:00, in hundredths: two peaks and a lunch break.
    private static final int[] HOURS = {3, 8, 12, 15, 11, 6, 8, 12, 11, 8, 4, 2};

    private BusinessCalendar() {}

    static boolean isBusinessDay(LocalDate date) {
        return date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !isHoliday(date);
    }

    static boolean isLastBusinessDay(LocalDate date) {
        return isBusinessDay(date) && nextBusinessDay(date).getMonth() != date.getMonth();
    }

    static boolean isQuarterEnd(LocalDate date) {
        return date.getMonthValue() % 3 == 0;
    }

    static LocalDate nextBusinessDay(LocalDate date) {
        var next = date.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /// How much work falls on a day; an ordinary weekday is 100.
    static int weight(LocalDate date) {
        if (isHoliday(date)) {
            return 2;
        }
        int usual =
                switch (date.getDayOfWeek()) {
                    case SATURDAY -> 7;
                    case SUNDAY -> 3;
                    default -> 100;
                };
        return usual * season(date) / 100;
    }

    private static int season(LocalDate date) {
        int left = date.lengthOfMonth() - date.getDayOfMonth();
        boolean lull = (date.getMonth() == Month.DECEMBER && date.getDayOfMonth() > 22 && left > 1)
                || (date.getMonth() == Month.JANUARY && date.getDayOfMonth() < 6)
                || (date.getMonth() == Month.AUGUST && date.getDayOfMonth() < 16);
        if (lull) {
            return 35;
        }
        if (date.getYear() == 2025 && date.getMonth() == Month.MARCH && left < 12) {
            return 320;
        }
        return left < 4 ? (isQuarterEnd(date) ? 220 : 170) : 100;
    }

    private static boolean isHoliday(LocalDate date) {
        int day = date.getDayOfMonth();
        return switch (date.getMonth()) {
            case JANUARY -> day <= 2;
            case MAY -> day == 1;
            case AUGUST -> day == 1;
            case DECEMBER -> day == 25 || day == 26;
            default -> date.equals(LocalDate.of(2025, 4, 18)) || date.equals(LocalDate.of(2025, 4, 21));
        };
    }

    /// A time of work on a day, later the larger the share (0 to 1,000,000) of the day's work that is done.
    static Instant timeOfWork(LocalDate date, int share) {
        int wanted = Math.clamp(share, 0, 999_999);
        int passed = 0;
        for (int hour = 0; hour < HOURS.length; hour++) {
            int weight = HOURS[hour] * 10_000;
            if (wanted < passed + weight) {
                long nanos = (wanted - passed) * (60 * NANOS_A_MINUTE) / weight;
                return at(date, LocalTime.of(7 + hour, 0)).plusNanos(nanos / 1_000 * 1_000);
            }
            passed += weight;
        }
        return at(date, LocalTime.of(19, 0));
    }

    static Instant batchTime(LocalDate date) {
        return at(date, BATCH_TIME);
    }

    static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
