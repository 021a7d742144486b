package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.KeyedPaths;
import io.hindcast.engine.fold.KnownPath;
import io.hindcast.engine.fold.PathTable;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where in the state a rule writes.
sealed interface Target {
    FieldPath path(FoldEvent event, StateEditor state) throws FoldFailure;

    void set(StateValue value, FoldEvent event, StateEditor state) throws FoldFailure;

    /// Adds a number that need not be built.
    void add(long unscaled, int scale, FoldEvent event, StateEditor state) throws FoldFailure;

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
    ///
    /// @param one where no more than one step is named by the event
    record Keyed(List<Value> steps, Optional<One> one) implements Target {
        /// The step that the event names, and the paths there are then.
        record One(Value key, KeyedPaths paths) {
            KnownPath path(FoldEvent event, StateEditor state) throws FoldFailure {
                return paths.of(key.key(event, state));
            }
        }

        static Keyed of(List<Value> steps, PathTable paths) {
            var names = new ArrayList<String>();
            int key = -1;
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof Value.Constant(Text(String name))) {
                    names.add(name);
                } else if (key < 0) {
                    key = i;
                } else {
                    return new Keyed(List.copyOf(steps), Optional.empty());
                }
            }
            return new Keyed(
                    List.copyOf(steps),
                    key < 0
                            ? Optional.empty()
                            : Optional.of(new One(
                                    steps.get(key),
                                    paths.keyed(names.subList(0, key), names.subList(key, names.size())))));
        }

        @Override
        public FieldPath path(FoldEvent event, StateEditor state) throws FoldFailure {
            if (one.isPresent()) {
                return one.get().path(event, state).path();
            }
            var names = new ArrayList<String>(steps.size());
            for (Value step : steps) {
                names.add(step.key(event, state));
            }
            return new FieldPath(names);
        }

        @Override
        public void set(StateValue value, FoldEvent event, StateEditor state) throws FoldFailure {
            if (one.isPresent()) {
                state.set(one.get().path(event, state), value);
            } else {
                state.set(path(event, state), value);
            }
        }

        @Override
        public void add(long unscaled, int scale, FoldEvent event, StateEditor state) throws FoldFailure {
            if (one.isPresent()) {
                state.add(one.get().path(event, state), unscaled, scale);
            } else {
                state.add(path(event, state), Num.of(unscaled, scale));
            }
        }
    }
}
