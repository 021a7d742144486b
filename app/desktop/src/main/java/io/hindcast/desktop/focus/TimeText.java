package io.hindcast.desktop.focus;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

/// Times as text in one zone. The recorded precision is kept, and the zone's abbreviation always stands behind it, so
/// that the doubled hour of a clock change can be told apart.
public record TimeText(ZoneId zone, Locale locale) {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /// `2026-03-31 10:02:11.123 CEST`.
    public String exact(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return SECONDS.format(time) + fraction(time.getNano()) + ' ' + abbreviation(time);
    }

    /// The same without the zone's abbreviation, for a column that says it in its head.
    public String bare(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return SECONDS.format(time) + fraction(time.getNano());
    }

    /// The abbreviation that holds for all times from one instant to another; absent when the clock changes in between.
    public Optional<String> abbreviation(Instant from, Instant to) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        return change == null || change.getInstant().isAfter(to)
                ? Optional.of(abbreviation(from.atZone(zone)))
                : Optional.empty();
    }

    /// The time from one instant to another: `+12d 03:04:05.001795`.
    public static String elapsed(Instant from, Instant to) {
        boolean back = to.isBefore(from);
        Duration time = back ? Duration.between(to, from) : Duration.between(from, to);
        String days = time.toDays() == 0 ? "" : time.toDays() + "d ";
        return (back ? "−" : "+")
                + days
                + "%02d:%02d:%02d".formatted(time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart())
                + fraction(time.toNanosPart());
    }

    public String exact(Optional<Instant> instant) {
        return instant.map(this::exact).orElse("—");
    }

    /// `31 Mar 2026 10:02:11.123 CEST`.
    public String spoken(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        String day = DateTimeFormatter.ofPattern(dayPattern(locale) + " uuuu HH:mm:ss", locale).format(time);
        return day + fraction(time.getNano()) + ' ' + abbreviation(time);
    }

    /// `31 Mar 2026`.
    public String day(Instant instant) {
        return DateTimeFormatter.ofPattern(dayPattern(locale) + " uuuu", locale).format(instant.atZone(zone));
    }

    /// A day and its month in short, as a pattern: `31 Mar`, `31. März`.
    public static String dayPattern(Locale locale) {
        return locale.getLanguage().equals("de") ? "d. MMM" : "d MMM";
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
