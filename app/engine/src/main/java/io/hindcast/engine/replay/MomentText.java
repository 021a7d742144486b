package io.hindcast.engine.replay;

import io.hindcast.event.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/// Moments as people write them.
public final class MomentText {
    private MomentText() {}

    /// Reads `head`, `v37`, `#12345` (or `#7:12345`), an ISO-8601 instant or offset time, a local date-time with or
    /// without a zone in brackets, or a date, which means the end of that day.
    ///
    /// @param zone of dates and of date-times that name none
    /// @return nothing when the text is none of these
    public static Optional<Moment> parse(String text, ZoneId zone) {
        String trimmed = text.strip();
        if (trimmed.equalsIgnoreCase("head")) {
            return Optional.of(Moment.HEAD);
        }
        if (trimmed.startsWith("v") || trimmed.startsWith("V")) {
            return version(trimmed.substring(1));
        }
        if (trimmed.startsWith("#")) {
            return Position.parse(trimmed.substring(1)).map(Moment.AtPosition::new);
        }
        return instant(trimmed, zone).map(Moment.AtInstant::new);
    }

    /// The last instant of a day in a zone; days of 23 and 25 hours end where the zone says.
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    private static Optional<Moment> version(String digits) {
        try {
            return Optional.of(new Moment.AtVersion(Long.parseLong(digits)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text, ZoneId zone) {
        return attempt(() -> ZonedDateTime.parse(text).toInstant())
                .or(() -> attempt(() -> bracketed(text)))
                .or(() -> attempt(() -> LocalDateTime.parse(text).atZone(zone).toInstant()))
                .or(() -> attempt(() -> endOf(LocalDate.parse(text), zone)));
    }

    /// A local date-time with its zone in brackets and no offset; in a doubled hour the earlier one is meant.
    private static Instant bracketed(String text) {
        int bracket = text.indexOf('[');
        if (bracket < 0 || !text.endsWith("]")) {
            throw new DateTimeException("no zone in brackets");
        }
        var zone = ZoneId.of(text.substring(bracket + 1, text.length() - 1));
        return LocalDateTime.parse(text.substring(0, bracket)).atZone(zone).toInstant();
    }

    private static Optional<Instant> attempt(Supplier<Instant> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
