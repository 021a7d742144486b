package io.hindcast.connector.jdbc.layout;

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
    MICROS;

    static Optional<TimeForm> named(String word) {
        return Arrays.stream(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
