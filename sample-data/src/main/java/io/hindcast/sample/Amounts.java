package io.hindcast.sample;

import java.math.BigDecimal;

/// Amounts as they occur: many small, few large, the leading digits roughly as Benford's law has them. Exact.
final class Amounts {
    static final BigDecimal ZERO = BigDecimal.valueOf(0, 2);

    private Amounts() {}

    static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    static BigDecimal everyday(Chance chance) {
        long product = (5L + chance.below(95)) * (3 + chance.below(60)) * (1 + chance.below(12));
        return chance.percent(18) ? cents((product / 1_000 + 1) * 1_000) : cents(product);
    }

    static BigDecimal large(Chance chance) {
        return everyday(chance).multiply(BigDecimal.valueOf(7 + chance.below(9)));
    }
}
