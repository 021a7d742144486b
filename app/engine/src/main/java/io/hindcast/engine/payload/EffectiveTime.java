package io.hindcast.engine.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/// When something holds in the world, as the store wrote it: a date, a local date-time, or an instant.
///
/// @param text the store's own spelling
/// @param date the date that is written there
/// @param time the time of day that is written there, absent for a plain date
/// @param zone the zone or offset that is written there
public record EffectiveTime(String text, LocalDate date, Optional<LocalTime> time, Optional<ZoneId> zone) {
    private static final DateTimeFormatter SPELLINGS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXXXX][XXXX][X]")
            .optionalEnd()
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int BASIC_DATE = 8;

    /// Reads ISO-8601 (a space instead of the T is forgiven; `20260331` is a date); nothing when it is no date.
    public static Optional<EffectiveTime> parse(String text) {
        try {
            if (text.length() == BASIC_DATE) {
                LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
                return Optional.of(new EffectiveTime(text, day, Optional.empty(), Optional.empty()));
            }
            TemporalAccessor read = SPELLINGS.parse(text.strip());
            return Optional.of(new EffectiveTime(
                    text,
                    LocalDate.from(read),
                    Optional.ofNullable(read.query(TemporalQueries.localTime())),
                    Optional.ofNullable(read.query(TemporalQueries.zone()))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// An instant that the store keeps as a number since 1970.
    public static EffectiveTime ofInstant(String text, Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        return new EffectiveTime(text, utc.toLocalDate(), Optional.of(utc.toLocalTime()), Optional.of(utc.getZone()));
    }

    /// When it begins to hold: a plain date at the start of that day in `zone`, a local time in `zone`.
    public Instant instant(ZoneId zone) {
        ZoneId here = this.zone.orElse(zone);
        return time.isPresent()
                ? LocalDateTime.of(date, time.get()).atZone(here).toInstant()
                : date.atStartOfDay(here).toInstant();
    }

    /// The day on which it holds: a plain date or local time as it is written, an instant as seen in `zone`.
    public LocalDate date(ZoneId zone) {
        return this.zone.isPresent() ? instant(zone).atZone(zone).toLocalDate() : date;
    }

    /// Whether only a day is given.
    public boolean isDate() {
        return time.isEmpty();
    }
}
