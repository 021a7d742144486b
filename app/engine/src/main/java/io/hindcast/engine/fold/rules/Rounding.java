package io.hindcast.engine.fold.rules;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ways of rounding, by the names that rules use.
enum Rounding {
    /// To the nearest; a half away from zero: commercial rounding.
    HALF_UP(RoundingMode.HALF_UP),
    /// To the nearest; a half to the even digit: bankers' rounding.
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /// To the nearest; a half towards zero.
    HALF_DOWN(RoundingMode.HALF_DOWN),
    /// Away from zero.
    UP(RoundingMode.UP),
    /// Towards zero: digits are cut off.
    DOWN(RoundingMode.DOWN),
    /// Towards the larger number.
    CEILING(RoundingMode.CEILING),
    /// Towards the smaller number.
    FLOOR(RoundingMode.FLOOR);

    static final List<String> WORDS =
            Arrays.stream(values()).map(Rounding::word).toList();

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    static Optional<Rounding> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    RoundingMode mode() {
        return mode;
    }
}
