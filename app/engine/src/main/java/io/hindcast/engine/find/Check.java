package io.hindcast.engine.find;

import io.hindcast.engine.fold.Comparison;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.List;

/// A condition put together from comparisons.
sealed interface Check {
    Truth of(StateEditor state);

    record All(List<Check> parts) implements Check {
        @Override
        public Truth of(StateEditor state) {
            Truth truth = Truth.TRUE;
            for (Check part : parts) {
                truth = truth.and(part.of(state));
            }
            return truth;
        }
    }

    record Any(List<Check> parts) implements Check {
        @Override
        public Truth of(StateEditor state) {
            Truth truth = Truth.FALSE;
            for (Check part : parts) {
                truth = truth.or(part.of(state));
            }
            return truth;
        }
    }

    record Not(Check test) implements Check {
        @Override
        public Truth of(StateEditor state) {
            return test.of(state).not();
        }
    }

    /// Null counts as missing.
    record Presence(Operand operand, boolean present) implements Check {
        @Override
        public Truth of(StateEditor state) {
            return Truth.of(isNothing(operand.in(state)) != present);
        }
    }

    /// What is missing has no order; it is equal to nothing and unequal to everything.
    record Compared(Operand left, Comparison comparison, Operand right) implements Check {
        @Override
        public Truth of(StateEditor state) {
            return Truth.of(comparison.holds(left.in(state), right.in(state)));
        }
    }

    /// Text within text.
    record Contains(Operand whole, Operand part) implements Check {
        @Override
        public Truth of(StateEditor state) {
            return whole.in(state) instanceof Text(String text) && part.in(state) instanceof Text(String piece)
                    ? Truth.of(text.contains(piece))
                    : Truth.UNDECIDED;
        }
    }

    private static boolean isNothing(StateValue value) {
        return value instanceof Absent || value instanceof Null;
    }
}
