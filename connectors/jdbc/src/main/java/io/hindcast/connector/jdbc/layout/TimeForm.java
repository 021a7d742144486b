package io.hindcast.connector.jdbc.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a store writes an instant down.
public enum TimeForm {
    /// A database type that knows its zone or offset.
    INSTANT,
    /// A database type or text without a zone, meant as UTC: `2024-01-02 08:56:00`.
    UTC,
    /// ISO-8601 text with `Z` or an offset.
    ISO,
    /// Milliseconds since 1970.
    MILLIS,
    /// Seconds since 1970.
    SECONDS,
    /// Microseconds since 1970.
    MICROS,
    /// A reading of a hybrid logical clock: milliseconds since 1970 in base 36, a dash, a counter.
    HLC;

    /// What a millisecond is worth in a clock reading as a number; the counters of the known systems stay below it.
    private static final long COUNTER = 100_000;

    /// The instant that a text in this form means.
    ///
    /// @throws DateTimeException when it is none
    /// @throws NumberFormatException when it is no number
    public Instant read(String text) {
        return switch (this) {
            case INSTANT, ISO -> IsoTime.zoned(text);
            case UTC -> IsoTime.utc(text);
            case MILLIS, SECONDS, MICROS -> read(Long.parseLong(text.strip()));
            case HLC -> Instant.ofEpochMilli(Math.floorDiv(clockNumber(text), COUNTER));
        };
    }

    /// The instant that a number in this form means.
    public Instant read(long number) {
        return switch (this) {
            case MILLIS, INSTANT, ISO, UTC, HLC -> Instant.ofEpochMilli(number);
            case SECONDS -> Instant.ofEpochSecond(number);
            case MICROS -> Instant.EPOCH.plus(number, ChronoUnit.MICROS);
        };
    }

    /// A reading of a hybrid logical clock as one number: the milliseconds, then five digits of the counter. It orders as
    /// the clock does.
    ///
    /// @throws NumberFormatException when the text is none
    public static long clockNumber(String text) {
        int dash = text.indexOf('-');
        if (dash < 1) {
            throw new NumberFormatException("no reading of a clock");
        }
        long millis = Long.parseLong(text, 0, dash, 36);
        long counter = Long.parseLong(text, dash + 1, text.length(), 10);
        if (millis < 0 || millis > Long.MAX_VALUE / COUNTER - 1 || counter < 0 || counter >= COUNTER) {
            throw new NumberFormatException("no reading of a clock");
        }
        return millis * COUNTER + counter;
    }

    static Optional<TimeForm> named(String word) {
        return Arrays.stream(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
