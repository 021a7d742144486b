package io.hindcast.connector.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the times of a file: ISO 8601 with or without offset, days first with points, days or months first with
/// slashes, seconds to nanoseconds since 1970 told apart by their size, or one declared pattern.
///
/// @param declared the only pattern to accept, when a person declared one
/// @param zone of times that name none
/// @param monthFirst how `3/4/2026` is read
record TimeReader(Optional<DateTimeFormatter> declared, ZoneId zone, boolean monthFirst) {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter POINTS = dayAndTime("d.M.uuuu");
    private static final DateTimeFormatter DAY_FIRST = dayAndTime("d/M/uuuu");
    private static final DateTimeFormatter MONTH_FIRST = dayAndTime("M/d/uuuu");

    /// @param later in the hour that a clock change repeats, whether its second pass is meant
    /// @throws DateTimeException if the text is no time
    Instant instant(String text, boolean later) {
        var time = parsed(text.strip());
        return switch (time) {
            case Instant instant -> instant;
            case ZonedDateTime zoned -> zoned.toInstant();
            case LocalDateTime local -> at(local, later);
            case LocalDate day -> at(day.atStartOfDay(), later);
            default -> throw new DateTimeException("not a time");
        };
    }

    /// Whether the text is a time that needs a zone to become an instant.
    boolean isLocal(String text) {
        try {
            var time = parsed(text.strip());
            return time instanceof LocalDateTime || time instanceof LocalDate;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// The same time in ISO 8601; the text as it is if it is none or already was. A declared pattern need not fit here:
    /// effective dates are often written shorter than recorded times.
    String iso(String text) {
        try {
            var time = parsed(text.strip());
            return time instanceof Instant ? text : time.toString();
        } catch (DateTimeException _) {
            return declared.isPresent() ? new TimeReader(Optional.empty(), zone, monthFirst).iso(text) : text;
        }
    }

    private Instant at(LocalDateTime local, boolean later) {
        var zoned = ZonedDateTime.ofLocal(local, zone, null);
        return (later ? zoned.withLaterOffsetAtOverlap() : zoned).toInstant();
    }

    private TemporalAccessor parsed(String text) {
        if (declared.isPresent()) {
            return best(declared.get(), text);
        }
        var utc = UtcTime.read(text);
        if (utc.isPresent()) {
            return utc.get();
        }
        if (isNumber(text)) {
            return sinceEpoch(text);
        }
        if (text.indexOf('.') > 0 && text.indexOf('.') < 3) {
            return best(POINTS, text);
        }
        if (text.indexOf('/') > 0) {
            return best(monthFirst ? MONTH_FIRST : DAY_FIRST, text);
        }
        int blank = text.indexOf(' ');
        return best(
                ISO,
                blank < 0
                        ? text
                        : text.substring(0, blank) + "T"
                                + text.substring(blank + 1).replace(" ", ""));
    }

    private static TemporalAccessor best(DateTimeFormatter format, String text) {
        return format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 32
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-')
                && text.lastIndexOf('-') <= 0
                && text.indexOf('.') == text.lastIndexOf('.');
    }

    private static Instant sinceEpoch(String text) {
        try {
            var number = new BigDecimal(text);
            int digits = number.precision() - number.scale();
            int shift = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
            var seconds = number.movePointLeft(shift);
            var whole = seconds.setScale(0, RoundingMode.FLOOR);
            var nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.FLOOR);
            return Instant.ofEpochSecond(whole.longValueExact(), nanos.intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new DateTimeException("not a time", e);
        }
    }

    private static DateTimeFormatter dayAndTime(String day) {
        return new DateTimeFormatterBuilder()
                .appendPattern(day + "[ H:mm[:ss]")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern("]")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// A reader as declared; where nothing is declared the samples decide whether months come first.
    static TimeReader of(Declaration declaration, List<String> samples) {
        var zone = declaration.zone().orElse(ZoneOffset.UTC);
        boolean monthFirst = samples.stream().anyMatch(TimeReader::hasDaySecond);
        return new TimeReader(declaration.timeFormat(), zone, monthFirst);
    }

    private static boolean hasDaySecond(String text) {
        var parts = text.split("[/ ]");
        return text.indexOf('/') > 0 && parts.length >= 3 && parts[1].matches("1[3-9]|2[0-9]|3[01]");
    }
}
