package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import java.util.Map;

/// One item of a list, told by its key fields: `{ lines: { lineId: /lineId } }`.
record ItemPick(Target list, Map<FieldPath, Value> keys) {
    /// The path of the list.
    FieldPath listPath(FoldEvent event, StateEditor state) throws FoldFailure {
        return list.path(event, state);
    }

    /// The number of the first item that has these keys, -1 when there is none.
    int find(FoldEvent event, StateEditor state) throws FoldFailure {
        FieldPath path = listPath(event, state);
        StateValue value = state.read(path);
        if (!(value instanceof Items items)) {
            if (Operation.isNothing(value)) {
                return -1;
            }
            throw new FoldFailure("%s of the state is %s, a list was expected".formatted(path, Kinds.of(value)));
        }
        for (int i = 0; i < items.size(); i++) {
            if (matches(items.values().get(i), event, state)) {
                return i;
            }
        }
        return -1;
    }

    String words() {
        return String.join(", ", keys.keySet().stream().map(FieldPath::toString).toList());
    }

    private boolean matches(StateValue item, FoldEvent event, StateEditor state) throws FoldFailure {
        for (var key : keys.entrySet()) {
            StateValue wanted = key.getValue().read(event, state);
            if (Operation.isNothing(wanted)) {
                throw new FoldFailure(key.getValue().words() + " is " + Kinds.of(wanted) + ", a key was expected");
            }
            if (!isSame(item.at(key.getKey()), wanted)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(StateValue one, StateValue other) {
        return one.equals(other)
                || (Numbers.read(one).isPresent() && Numbers.read(one).equals(Numbers.read(other)));
    }
}
