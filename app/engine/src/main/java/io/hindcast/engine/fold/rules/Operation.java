package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.TapePath;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.List;

/// One thing a rule does to the state. Compiled once, holds nothing.
interface Operation {
    void apply(FoldEvent event, StateEditor state) throws FoldFailure;

    /// Leaves the state as it is.
    Operation NOTHING = new All();

    static Operation all(List<Operation> operations) {
        return operations.size() == 1 ? operations.getFirst() : new All(operations.toArray(new Operation[0]));
    }

    /// One after the other.
    @SuppressWarnings("ArrayRecordComponent")
    record All(Operation... operations) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            for (Operation operation : operations) {
                // What most events do is called directly, so that it can be compiled into this loop.
                if (operation instanceof AddField add) {
                    add.apply(event, state);
                } else if (operation instanceof Count count) {
                    count.apply(event, state);
                } else {
                    operation.apply(event, state);
                }
            }
        }
    }

    /// A missing source sets null; with [#keep()] a missing or null source leaves the field as it is.
    record Set(Target target, Value value, boolean keep) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            StateValue written = value.read(event, state);
            if (isNothing(written) && (keep || value instanceof Value.IfPresent)) {
                return;
            }
            target.set(written.isPresent() ? written : Null.NULL, event, state);
        }
    }

    /// Adds, or takes away.
    static Operation add(Target target, Value amount, boolean subtract) {
        var add = new Add(target, amount, subtract);
        return amount instanceof Value.At at && at.part() == Value.Part.DATA
                ? new AddField(target, at.tokens(), add)
                : add;
    }

    record Add(Target target, Value amount, boolean subtract) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            if (amount instanceof Value.IfPresent && isNothing(amount.read(event, state))) {
                return;
            }
            Num number = amount.number(event, state);
            addTo(target.path(event, state), subtract ? number.negated() : number, state);
        }
    }

    /// Adds a field of the body: straight from the tape where that holds a number.
    ///
    /// @param any the same for whatever else the field holds
    record AddField(Target target, TapePath field, Add any) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            var view = event.tokens();
            if (view.isPresent()) {
                JsonTape tape = view.get().tape();
                int token = field.below(tape, view.get().content());
                if (token != JsonTape.NONE && tape.isPlainNumber(token)) {
                    long unscaled = tape.unscaled(token);
                    addTo(target, any.subtract ? -unscaled : unscaled, tape.scale(token), event, state);
                    return;
                }
            }
            any.apply(event, state);
        }
    }

    /// One more.
    record Count(Target target) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            addTo(target, 1, 0, event, state);
        }
    }

    /// Puts a value at the end of a list.
    record Append(Target target, Value value) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            StateValue item = value.read(event, state);
            if (isNothing(item) && value instanceof Value.IfPresent) {
                return;
            }
            if (!item.isPresent()) {
                throw new FoldFailure(value.words() + " is missing, an item was expected");
            }
            state.append(target.path(event, state), item);
        }
    }

    /// Changes the item with the same key, or appends.
    record Upsert(ItemPick pick, Value item) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            if (!(item.read(event, state) instanceof Fields fields)) {
                throw new FoldFailure(item.words() + " is no object, an item with a key was expected");
            }
            int index = pick.find(event, state);
            FieldPath list = pick.listPath(event, state);
            if (index < 0) {
                state.append(list, fields);
            } else {
                MergeFold.merge(list.child(index), fields, state);
            }
        }
    }

    record Remove(Target target) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            state.remove(target.path(event, state));
        }
    }

    /// Empties a list or an object; anything else becomes null. What is not there stays so.
    record Clear(Target target) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            FieldPath path = target.path(event, state);
            switch (state.read(path)) {
                case Absent _ -> {}
                case Items _ -> state.set(path, Items.EMPTY);
                case Fields _ -> state.set(path, Fields.EMPTY);
                case Null _, Bool _, Num _, Text _, Opaque _ -> state.set(path, Null.NULL);
            }
        }
    }

    /// Takes every item with this key out of a list.
    record RemoveItems(ItemPick pick) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            for (int index = pick.find(event, state); index >= 0; index = pick.find(event, state)) {
                state.remove(pick.listPath(event, state).child(index));
            }
        }
    }

    /// Lays an object of the event over the state, field by field.
    record Merge(Target target, Value value) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            switch (value.read(event, state)) {
                case Fields fields -> MergeFold.merge(target.path(event, state), fields, state);
                case Absent _, Null _ -> {}
                case StateValue other ->
                    throw new FoldFailure("%s is %s, an object was expected".formatted(value.words(), Kinds.of(other)));
            }
        }
    }

    /// Does the rest inside one item of a list.
    record Inside(ItemPick pick, Operation operations) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            int index = pick.find(event, state);
            FieldPath list = pick.listPath(event, state);
            if (index < 0) {
                throw new FoldFailure("no item of %s has this %s".formatted(list, pick.words()));
            }
            operations.apply(event, new ItemEditor(state, list.child(index)));
        }
    }

    /// Does the rest only under a condition.
    record When(Condition condition, Operation operations) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            if (condition.holds(event, state)) {
                operations.apply(event, state);
            }
        }
    }

    /// The rules say that this event should not be here.
    record Problem(String reason) implements Operation {
        @Override
        public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
            throw new FoldFailure(reason);
        }
    }

    static boolean isNothing(StateValue value) {
        return value instanceof Absent || value instanceof Null;
    }

    /// Adds to a number or to nothing on the short way, to a number written as text on the long one.
    private static void addTo(Target target, long unscaled, int scale, FoldEvent event, StateEditor state)
            throws FoldFailure {
        try {
            target.add(unscaled, scale, event, state);
        } catch (FoldFailure _) {
            addTo(target.path(event, state), Num.of(unscaled, scale), state);
        }
    }

    /// Adds to a number, to a number written as text, or to nothing.
    private static void addTo(FieldPath path, Num amount, StateEditor state) throws FoldFailure {
        if (state.read(path) instanceof Text before) {
            Num number = Numbers.read(before)
                    .orElseThrow(() -> new FoldFailure(path + " of the state is text, a number was expected"));
            state.set(path, number.plus(amount));
        } else {
            state.add(path, amount);
        }
    }

    static StateValue asText(StateValue value, String words) throws FoldFailure {
        return switch (value) {
            case Num number -> new Text(number.digits());
            case Text _, Absent _, Null _ -> value;
            case StateValue other ->
                throw new FoldFailure("%s is %s, text or a number was expected".formatted(words, Kinds.of(other)));
        };
    }
}
