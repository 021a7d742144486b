package io.hindcast.connector.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Optional;

/// Reads the spelling that nearly all exports use, `2026-03-31T23:59:59.999Z`, some ten times as fast as a formatter.
final class UtcTime {
    private static final String FORM = "dddd-dd-ddTdd:dd:dd";

    private UtcTime() {}

    /// The time; nothing for any other spelling and for fields out of range.
    static Optional<Instant> read(String text) {
        int last = text.length() - 1;
        if (last < FORM.length() || text.charAt(last) != 'Z' || !hasForm(text)) {
            return Optional.empty();
        }
        int nanos = 0;
        if (last > FORM.length()) {
            int digits = last - FORM.length() - 1;
            if (text.charAt(FORM.length()) != '.'
                    || digits < 1
                    || digits > 9
                    || !areDigits(text, last - digits, last)) {
                return Optional.empty();
            }
            nanos = number(text, last - digits, last);
            for (int place = digits; place < 9; place++) {
                nanos *= 10;
            }
        }
        return at(text, nanos);
    }

    private static Optional<Instant> at(String text, int nanos) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        if (day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            return Optional.empty();
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Optional.of(Instant.ofEpochSecond(days * 86_400 + hour * 3600L + minute * 60L + second, nanos));
    }

    private static boolean hasForm(String text) {
        for (int place = 0; place < FORM.length(); place++) {
            char wanted = FORM.charAt(place);
            char c = text.charAt(place);
            if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int place = from; place < to; place++) {
            if (text.charAt(place) < '0' || text.charAt(place) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            number = number * 10 + text.charAt(place) - '0';
        }
        return number;
    }
}
