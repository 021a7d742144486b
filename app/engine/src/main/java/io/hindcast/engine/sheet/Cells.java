package io.hindcast.engine.sheet;

import io.hindcast.engine.state.Num;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// What a spreadsheet makes of values: which numbers it keeps, which text it would reckon with.
final class Cells {
    /// Spreadsheets reckon in binary and show at most so many digits.
    private static final int DIGITS = 15;

    /// Powers of ten that a binary number of 64 bits surely has.
    private static final int LARGEST = 300;

    private Cells() {}

    /// Whether a spreadsheet keeps the number as it is.
    static boolean isExact(Num number) {
        BigDecimal value = number.value().stripTrailingZeros();
        return value.precision() <= DIGITS && isInRange(value);
    }

    /// The number in plain digits, or with an exponent where that is shorter.
    static String digits(Num number) {
        return number.value().toString();
    }

    /// The nearest number that a spreadsheet keeps; nothing for those beyond its range.
    static Optional<String> rounded(Num number) {
        BigDecimal value = number.value().round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return isInRange(value) ? Optional.of(value.toString()) : Optional.empty();
    }

    /// Whether the text, typed into a cell, would be reckoned.
    static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isInRange(BigDecimal value) {
        return value.signum() == 0 || Math.abs((long) value.precision() - value.scale()) <= LARGEST;
    }
}
