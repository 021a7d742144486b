package io.hindcast.desktop.focus;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Times as text in one zone. The recorded precision is kept, and the zone's abbreviation always stands behind it, so
/// that the doubled hour of a clock change can be told apart.
public record TimeText(ZoneId zone, Locale locale) {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /// `2026-03-31 10:02:11.123 CEST`.
    public String exact(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return SECONDS.format(time) + fraction(instant.getNano()) + ' ' + abbreviation(time);
    }

    public String exact(Optional<Instant> instant) {
        return instant.map(this::exact).orElse("—");
    }

    /// `31 Mar 2026 10:02:11.123 CEST`.
    public String spoken(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        String day = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", locale).format(time);
        return day + fraction(instant.getNano()) + ' ' + abbreviation(time);
    }

    /// `31 Mar 2026`.
    public String day(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(instant.atZone(zone));
    }

    private String abbreviation(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time).replaceFirst("^Z$", "UTC");
    }

    /// At least milliseconds, and as many digits more as were recorded.
    private static String fraction(int nanos) {
        if (nanos % 1_000_000 == 0) {
            return ".%03d".formatted(nanos / 1_000_000);
        }
        return nanos % 1_000 == 0 ? ".%06d".formatted(nanos / 1_000) : ".%09d".formatted(nanos);
    }
}
