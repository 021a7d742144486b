package io.hindcast.engine.find;

import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.Optional;

/// What is compared: a field of the state, a constant, or arithmetic with both.
sealed interface Operand {
    StateValue in(StateEditor state);

    record Field(FieldPath path) implements Operand {
        @Override
        public StateValue in(StateEditor state) {
            return state.read(path);
        }
    }

    record Constant(StateValue value) implements Operand {
        @Override
        public StateValue in(StateEditor state) {
            return value;
        }
    }

    /// Exact arithmetic; missing where a side is no number.
    record Arithmetic(char operator, Operand left, Operand right) implements Operand {
        @Override
        public StateValue in(StateEditor state) {
            Optional<Num> one = Numbers.read(left.in(state));
            Optional<Num> other = Numbers.read(right.in(state));
            if (one.isEmpty() || other.isEmpty()) {
                return Absent.ABSENT;
            }
            return switch (operator) {
                case '+' -> one.get().plus(other.get());
                case '-' -> one.get().minus(other.get());
                default -> Num.of(one.get().value().multiply(other.get().value()));
            };
        }
    }
}
