package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.fold.KnownPath;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;

/// Where in the state a rule writes.
sealed interface Target {
    FieldPath path(FoldEvent event, StateEditor state) throws FoldFailure;

    default void set(StateValue value, FoldEvent event, StateEditor state) throws FoldFailure {
        state.set(path(event, state), value);
    }

    /// Adds a number that need not be built.
    default void add(long unscaled, int scale, FoldEvent event, StateEditor state) throws FoldFailure {
        state.add(path(event, state), Num.of(unscaled, scale));
    }

    record Fixed(KnownPath known) implements Target {
        @Override
        public FieldPath path(FoldEvent event, StateEditor state) {
            return known.path();
        }

        @Override
        public void set(StateValue value, FoldEvent event, StateEditor state) {
            state.set(known, value);
        }

        @Override
        public void add(long unscaled, int scale, FoldEvent event, StateEditor state) throws FoldFailure {
            state.add(known, unscaled, scale);
        }
    }

    /// `balances/{/currency}`: a step in braces is named by the event.
    record Keyed(List<Value> steps) implements Target {
        @Override
        public FieldPath path(FoldEvent event, StateEditor state) throws FoldFailure {
            var names = new ArrayList<String>(steps.size());
            for (Value step : steps) {
                StateValue value = step.read(event, state);
                names.add(
                        switch (value) {
                            case Text text -> text.value();
                            case Num number -> number.digits();
                            default ->
                                throw new FoldFailure(
                                        "%s is %s, a key was expected".formatted(step.words(), Kinds.of(value)));
                        });
            }
            return new FieldPath(names);
        }
    }
}
