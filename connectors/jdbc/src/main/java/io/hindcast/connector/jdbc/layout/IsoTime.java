package io.hindcast.connector.jdbc.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/// Reads ISO-8601 texts with or without an offset. The form that programs write, `2024-01-02T08:56:00.123Z` with any
/// number of decimals, or with a blank for the `T`, is read by hand: a formatter takes ten times as long, and a store
/// has as many times as events.
final class IsoTime {
    private static final int DAY_END = 10;
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final Pattern SHORT_OFFSET = Pattern.compile("T\\d{2}:[^+-]*[+-]\\d{2}");

    private IsoTime() {}

    /// @throws DateTimeException when the text is none, or has no offset
    static Instant zoned(String text) {
        String bare = text.strip();
        return isPlain(bare) && bare.endsWith("Z") && hasFraction(bare, bare.length() - 1)
                ? plain(bare, bare.length() - 1)
                : OffsetDateTime.parse(joined(bare)).toInstant();
    }

    /// In UTC where the text has no offset; a bare day is its beginning.
    ///
    /// @throws DateTimeException when the text is none
    static Instant utc(String text) {
        String bare = text.strip();
        if (bare.endsWith("Z") || bare.indexOf('+') > 0 || bare.indexOf('-', DAY_END) > 0) {
            return zoned(bare);
        }
        if (bare.length() == DAY_END) {
            return LocalDate.parse(bare).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return isPlain(bare) && hasFraction(bare, bare.length())
                ? plain(bare, bare.length())
                : LocalDateTime.parse(joined(bare)).toInstant(ZoneOffset.UTC);
    }

    /// With a `T` between day and time, and with minutes in the offset, as databases leave them out: `+00`.
    private static String joined(String bare) {
        if (bare.length() <= DAY_END) {
            return bare;
        }
        String day = bare.substring(0, DAY_END);
        String time = bare.charAt(DAY_END) == ' ' ? 'T' + bare.substring(DAY_END + 1) : bare.substring(DAY_END);
        return day + (SHORT_OFFSET.matcher(time).matches() ? time + ":00" : time);
    }

    /// Whether it begins with a date and a time to the second.
    private static boolean isPlain(String text) {
        return text.length() >= SECONDS_END
                && areDigits(text, 0, 4)
                && text.charAt(4) == '-'
                && areDigits(text, 5, 7)
                && text.charAt(7) == '-'
                && areDigits(text, 8, 10)
                && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                && areDigits(text, 11, 13)
                && text.charAt(13) == ':'
                && areDigits(text, 14, 16)
                && text.charAt(16) == ':'
                && areDigits(text, 17, SECONDS_END);
    }

    /// Whether nothing, or a point and decimals, stands between the seconds and an end.
    private static boolean hasFraction(String text, int end) {
        int decimals = end - SECONDS_END - 1;
        return end == SECONDS_END
                || (decimals > 0
                        && decimals <= NANO_DIGITS
                        && text.charAt(SECONDS_END) == '.'
                        && areDigits(text, SECONDS_END + 1, end));
    }

    private static Instant plain(String text, int end) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no time of a day");
        }
        int nanos = end == SECONDS_END ? 0 : number(text, SECONDS_END + 1, end);
        for (int digits = end - SECONDS_END - 1; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    private static boolean areDigits(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int end) {
        int number = 0;
        for (int i = from; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
