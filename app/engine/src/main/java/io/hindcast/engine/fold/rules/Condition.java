package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.Comparison;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.StateValue;
import java.util.List;

/// What must hold for a step of a rule.
sealed interface Condition {
    boolean holds(FoldEvent event, StateEditor state) throws FoldFailure;

    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(FoldEvent event, StateEditor state) throws FoldFailure {
            for (Condition condition : conditions) {
                if (!condition.holds(event, state)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(FoldEvent event, StateEditor state) throws FoldFailure {
            for (Condition condition : conditions) {
                if (condition.holds(event, state)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// `/fee is present`, `/fee is missing`: null counts as missing.
    record Presence(Value value, boolean present) implements Condition {
        @Override
        public boolean holds(FoldEvent event, StateEditor state) throws FoldFailure {
            return Operation.isNothing(value.read(event, state)) != present;
        }
    }

    /// Numbers by value, text by character order. `=` and `!=` compare anything.
    record Compared(Value left, String operator, Value right) implements Condition {
        @Override
        public boolean holds(FoldEvent event, StateEditor state) throws FoldFailure {
            StateValue one = left.read(event, state);
            StateValue other = right.read(event, state);
            var holds = Comparison.of(operator).flatMap(comparison -> comparison.holds(one, other));
            if (holds.isPresent()) {
                return holds.get();
            }
            throw new FoldFailure("%s is %s and cannot be compared with %s, which is %s"
                    .formatted(left.words(), Kinds.of(one), right.words(), Kinds.of(other)));
        }
    }
}
