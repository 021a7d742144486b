package io.hindcast.audit.verify;

import io.hindcast.audit.verify.Hint.Precision.Loss;
import io.hindcast.engine.replay.FieldChange;
import io.hindcast.engine.state.Num;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Whether a number in a snapshot is the right one after a detour through binary numbers or fewer decimals. The only
/// place that adds up amounts in binary: to repeat what others did.
final class LostDigits {
    private static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);

    private LostDigits() {}

    /// @param steps every change of the field from its first value on, the oldest first; empty when not known
    static Optional<Loss> between(Num stored, Num right, List<FieldChange> steps) {
        BigDecimal here = stored.value();
        BigDecimal there = right.value();
        if (here.compareTo(there) == 0) {
            return Optional.empty();
        }
        if (is(here, Double.toString(there.doubleValue()))
                || here.compareTo(new BigDecimal(there.doubleValue())) == 0) {
            return Optional.of(Loss.BINARY);
        }
        if (is(here, Float.toString(there.floatValue())) || here.compareTo(new BigDecimal(there.floatValue())) == 0) {
            return Optional.of(Loss.SHORT_BINARY);
        }
        if (isBinarySum(here, steps)) {
            return Optional.of(Loss.BINARY_SUM);
        }
        return isRounded(here, there) ? Optional.of(Loss.ROUNDED) : Optional.empty();
    }

    private static boolean isBinarySum(BigDecimal stored, List<FieldChange> steps) {
        double sum = 0;
        BigDecimal exact = BigDecimal.ZERO;
        for (FieldChange step : steps) {
            if (!(step.after() instanceof Num after)) {
                return false;
            }
            BigDecimal more = after.value().subtract(step.before() instanceof Num before ? before.value() : exact);
            exact = after.value();
            sum += more.doubleValue();
        }
        return !steps.isEmpty() && is(stored, Double.toString(sum));
    }

    private static boolean isRounded(BigDecimal stored, BigDecimal right) {
        int decimals = Math.max(0, stored.stripTrailingZeros().scale());
        return decimals < right.stripTrailingZeros().scale()
                && MODES.stream().anyMatch(mode -> right.setScale(decimals, mode).compareTo(stored) == 0);
    }

    private static boolean is(BigDecimal number, String text) {
        boolean finite = text.chars().noneMatch(c -> c == 'N' || c == 'I');
        return finite && number.compareTo(new BigDecimal(text)) == 0;
    }
}
