package io.hindcast.engine.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A moment as a spreadsheet counts it: days since the end of 1899, the time of the day as a fraction.
///
/// @param days to about a hundredth of a microsecond
/// @param hasTime whether it is more than a date
record SpreadsheetDate(BigDecimal days, boolean hasTime) {
    /// Spreadsheets take 1900 for a leap year, so that only days after its February are where they seem to be.
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final BigDecimal NANOS_A_DAY = BigDecimal.valueOf(86_400_000_000_000L);

    /// What ISO 8601 text says, in UTC; nothing for other text and for days that spreadsheets do not know.
    static Optional<SpreadsheetDate> of(String iso) {
        try {
            return iso.indexOf('T') < 0 ? date(LocalDate.parse(iso)) : time(utc(iso));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalDateTime utc(String iso) {
        int day = iso.indexOf('T');
        boolean zoned = iso.endsWith("Z") || iso.indexOf('+', day) > 0 || iso.indexOf('-', day) > 0;
        return zoned
                ? OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    private static Optional<SpreadsheetDate> date(LocalDate date) {
        return isKnown(date) ? Optional.of(new SpreadsheetDate(daysTo(date), false)) : Optional.empty();
    }

    private static Optional<SpreadsheetDate> time(LocalDateTime time) {
        if (!isKnown(time.toLocalDate())) {
            return Optional.empty();
        }
        BigDecimal fraction = BigDecimal.valueOf(time.toLocalTime().toNanoOfDay()).divide(NANOS_A_DAY, 12, RoundingMode.HALF_EVEN);
        return Optional.of(new SpreadsheetDate(daysTo(time.toLocalDate()).add(fraction), true));
    }

    private static boolean isKnown(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    private static BigDecimal daysTo(LocalDate date) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(EPOCH, date));
    }
}
