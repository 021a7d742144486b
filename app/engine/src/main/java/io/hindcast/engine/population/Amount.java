package io.hindcast.engine.population;

import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.Optional;
import java.util.function.Function;

/// What a field of a state amounts to: nothing counts as zero, and so does what is no number, which is told.
///
/// @param kind what is there instead of a number; "" when a number or nothing is
record Amount(String currency, Num number, String kind) {
    static final Amount NOTHING = new Amount(CurrencyField.NONE, Num.of(0), "");

    static Amount of(Function<FieldPath, StateValue> state, FieldPath field, CurrencyField currency) {
        StateValue value = state.apply(field);
        Optional<Num> number = Numbers.read(value);
        boolean odd = number.isEmpty() && !(value instanceof Absent || value instanceof Null);
        return new Amount(currency.of(state), number.orElse(Num.of(0)), odd ? Kinds.of(value) : "");
    }

    boolean isZero() {
        return number.signum() == 0;
    }

    boolean isSame(Amount other) {
        return currency.equals(other.currency) && number.equals(other.number) && kind.equals(other.kind);
    }

    boolean isNumeric() {
        return kind.isEmpty();
    }
}
