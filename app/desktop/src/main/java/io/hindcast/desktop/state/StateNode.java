package io.hindcast.desktop.state;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.focus.ShownChange;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A field of the state: where it is, what it holds, and whether the focused event changed it.
///
/// @param change how this field itself changed
/// @param changesBelow whether something inside of it changed
record StateNode(
        FieldPath path,
        String name,
        Shown value,
        Optional<Change.Kind> change,
        Optional<Shown> before,
        boolean changesBelow) {

    boolean isGroup() {
        return (value.value() instanceof Fields fields && fields.size() > 0)
                || (value.value() instanceof Items items && items.size() > 0)
                || changesBelow;
    }

    boolean isNumber() {
        return value.value() instanceof Num;
    }

    /// The fields inside, removed ones included. One level only: looking is cheap however large the state is.
    List<StateNode> children(Changes changes) {
        var children = new ArrayList<StateNode>();
        switch (value.value()) {
            case Fields fields ->
                fields.names().forEach(name -> children.add(child(name, changes)));
            case Items items -> {
                for (int i = 0; i < items.size(); i++) {
                    children.add(child(Integer.toString(i), changes));
                }
            }
            default -> {}
        }
        for (ShownChange gone : changes.removedFrom(path)) {
            children.add(removed(gone));
        }
        return children;
    }

    private StateNode child(String step, Changes changes) {
        FieldPath place = path.child(step);
        Optional<ShownChange> own = changes.at(place).filter(it -> it.kind() != Change.Kind.REMOVED);
        Optional<Change.Kind> kind = change.filter(it -> it != Change.Kind.CHANGED).or(() -> own.map(ShownChange::kind));
        return new StateNode(place, step, value.child(step), kind, own.map(ShownChange::before), changes.isBelow(place));
    }

    private static StateNode removed(ShownChange gone) {
        String step = gone.path().isRoot() ? "" : gone.path().steps().getLast();
        return new StateNode(
                gone.path(),
                step,
                gone.before(),
                Optional.of(Change.Kind.REMOVED),
                Optional.of(gone.before()),
                false);
    }
}
