package io.hindcast.engine.fold;

import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.Arrays;
import java.util.Optional;

/// How two values compare, in conditions of rules and in searches alike: numbers by value, decimal text counting as a
/// number beside one; text by character order; equality of anything.
public enum Comparison {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /// By its sign; `==` is `=`.
    public static Optional<Comparison> of(String sign) {
        String plain = sign.equals("==") ? "=" : sign;
        return Arrays.stream(values()).filter(one -> one.sign.equals(plain)).findFirst();
    }

    /// Whether it holds; nothing when the two have no order.
    public Optional<Boolean> holds(StateValue one, StateValue other) {
        Optional<Num> number = Numbers.read(one);
        Optional<Num> otherNumber = number.isPresent() ? Numbers.read(other) : Optional.empty();
        boolean numeric = otherNumber.isPresent();
        if (this == EQUAL || this == NOT_EQUAL) {
            boolean same = one.equals(other) || (numeric && number.equals(otherNumber));
            return answer(same == (this == EQUAL));
        }
        if (numeric) {
            return answer(holds(number.get().compareTo(otherNumber.get())));
        }
        return one instanceof Text text && other instanceof Text otherText
                ? answer(holds(text.value().compareTo(otherText.value())))
                : Optional.empty();
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static Optional<Boolean> answer(boolean holds) {
        return holds ? YES : NO;
    }
}
