package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Matching;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The editor that replay uses: one mutable tree, so that an event costs what it writes and not the size of the state.
///
/// [#begin()] opens an event, [#commit()] closes it and answers what it changed, [#rollback()] makes it undone.
/// [#root()] freezes what was written since it was last asked; everything else is shared with the value it gave before.
/// The changes of a commit are those of [Difference] by [Matching#BY_PLACE] over the roots before and after, in the
/// order of writing: they can be applied again. A number written again with the same value keeps its first spelling. Used by one thread.
public final class TreeEditor implements StateEditor {
    private static final String TOP = "";

    private final Draft holder;
    private final List<Touch> touches = new ArrayList<>();

    /// Starts with an empty state.
    public TreeEditor() {
        this(Fields.EMPTY);
    }

    /// Continues from a state, which is never changed.
    public TreeEditor(StateValue root) {
        holder = new Draft.Branch(null, Fields.of(TOP, root));
    }

    /// The state as it is now, writes of an open event included.
    public StateValue root() {
        return frozen(holder.child(TOP));
    }

    /// Opens an event. What was written since the last commit stays, and no longer counts as a change.
    public void begin() {
        forgetTouches();
    }

    /// Closes the event.
    ///
    /// @return what it changed, without writes that came to nothing
    public List<Change> commit() {
        var changes = new ArrayList<Change>(touches.size());
        for (Touch touch : touches) {
            StateValue after = frozen(touch.owner().child(touch.step()));
            List<Change> inside = Difference.between(touch.before(), after, Matching.BY_PLACE);
            if (inside.isEmpty() && touch.before() != after) {
                put(touch.owner(), touch.step(), touch.before());
            }
            for (Change change : inside) {
                changes.add(new Change(below(touch.path(), change.path()), change.before(), change.after()));
            }
        }
        forgetTouches();
        return changes;
    }

    /// Closes the event without telling what it changed: the same state as after [#commit()] for less work.
    public void settle() {
        for (Touch touch : touches) {
            StateValue after = frozen(touch.owner().child(touch.step()));
            if (touch.before() != after && touch.before().equals(after)) {
                put(touch.owner(), touch.step(), touch.before());
            }
        }
        forgetTouches();
    }

    /// Takes back everything since [#begin()].
    public void rollback() {
        restore(_ -> true);
        forgetTouches();
    }

    @Override
    public StateValue read(FieldPath path) {
        return frozen(find(path));
    }

    /// The value or the draft at a path.
    private Object find(FieldPath path) {
        Object here = holder.child(TOP);
        for (int depth = 0; depth < path.steps().size(); depth++) {
            if (here instanceof Draft draft) {
                here = draft.child(path.steps().get(depth));
            } else {
                return ((StateValue) here).at(start(path, depth, path.steps().size()));
            }
        }
        return here;
    }

    private static FieldPath start(FieldPath path, int from, int to) {
        return to - from == path.steps().size() ? path : new FieldPath(path.steps().subList(from, to));
    }

    @Override
    public void set(FieldPath path, StateValue value) {
        if (value instanceof Absent) {
            remove(path);
        } else {
            write(path, value);
        }
    }

    @Override
    public void add(FieldPath path, Num amount) throws FoldFailure {
        switch (read(path)) {
            case Num before -> write(path, before.plus(amount));
            case Absent _, Null _ -> write(path, amount);
            case StateValue other ->
                throw new FoldFailure("%s of the state is %s, a number was expected".formatted(path, Kinds.of(other)));
        }
    }

    @Override
    public void append(FieldPath path, StateValue value) throws FoldFailure {
        switch (find(path)) {
            case Items _, Draft.Row _ -> write(path.child("-"), value);
            case Absent _, Null _ -> write(path, new Items(List.of(value)));
            case Object _ ->
                throw new FoldFailure(
                        "%s of the state is %s, a list was expected".formatted(path, Kinds.of(read(path))));
        }
    }

    @Override
    public void remove(FieldPath path) {
        if (path.isRoot()) {
            write(path, Fields.EMPTY);
            return;
        }
        if (find(path) == Absent.ABSENT) {
            return;
        }
        int last = path.steps().size() - 1;
        FieldPath parent = start(path, 0, last);
        Object container = find(parent);
        if (container instanceof Items || container instanceof Draft.Row) {
            var shorter = new ArrayList<>(((Items) frozen(container)).values());
            shorter.remove(Integer.parseInt(path.steps().get(last)));
            write(parent, new Items(shorter));
        } else {
            write(path, Absent.ABSENT);
        }
    }

    /// Walks down, making drafts on the way, and writes at the first step that is not there yet.
    private void write(FieldPath path, StateValue value) {
        Draft owner = holder;
        String step = TOP;
        boolean covered = false;
        int depth = 0;
        for (; depth < path.steps().size(); depth++) {
            covered |= owner.touched.containsKey(step);
            Draft next = draftAt(owner, step);
            if (next == null || !next.takes(path.steps().get(depth))) {
                break;
            }
            owner = next;
            step = owner.canonical(path.steps().get(depth));
        }
        List<String> missing = path.steps().subList(depth, path.steps().size());
        if (!covered) {
            touch(owner, step, start(path, 0, depth));
            if (value instanceof Absent) {
                owner.rememberOrder();
            }
        }
        put(owner, step, nested(missing, value));
    }

    /// The child as a draft, null when it is not a container.
    private static @Nullable Draft draftAt(Draft owner, String step) {
        Object child = owner.child(step);
        if (child instanceof Draft draft) {
            return draft;
        }
        Draft draft = Draft.of((StateValue) child, owner);
        if (draft != null) {
            draft.freezeAs((StateValue) child);
            owner.put(step, draft);
        }
        return draft;
    }

    private void touch(Draft owner, String step, FieldPath path) {
        if (owner.touched.containsKey(step)) {
            return;
        }
        if (owner.child(step) instanceof Draft draft) {
            // what lies below is replaced as a whole: its own writes no longer count
            restore(touch -> touch.owner().isWithin(draft));
            touches.removeIf(touch -> touch.owner().isWithin(draft));
        }
        FieldPath exact = path.isRoot() ? path : withLastStep(path, step);
        var touch = new Touch(exact, owner, step, frozen(owner.child(step)));
        owner.touched.put(step, touch);
        touches.add(touch);
    }

    private static FieldPath withLastStep(FieldPath path, String step) {
        int last = path.steps().size() - 1;
        return path.steps().get(last).equals(step)
                ? path
                : new FieldPath(path.steps().subList(0, last)).child(step);
    }

    private static void put(Draft owner, String step, StateValue value) {
        owner.put(step, value);
        owner.thaw();
    }

    /// Puts back what was there before the event, last write first.
    private void restore(Predicate<Touch> which) {
        for (Touch touch : touches.reversed()) {
            if (which.test(touch)) {
                touch.owner().put(touch.step(), touch.before());
                touch.owner().thaw();
            }
        }
        for (Touch touch : touches) {
            if (which.test(touch)) {
                touch.owner().restoreOrder();
            }
        }
    }

    private void forgetTouches() {
        for (Touch touch : touches) {
            touch.owner().touched.clear();
            touch.owner().forgetOrder();
        }
        touches.clear();
    }

    private static StateValue nested(List<String> steps, StateValue value) {
        StateValue nested = value;
        for (String step : steps.reversed()) {
            nested = Fields.of(step, nested);
        }
        return nested;
    }

    private static FieldPath below(FieldPath path, FieldPath inside) {
        if (inside.isRoot()) {
            return path;
        }
        var steps = new ArrayList<>(path.steps());
        steps.addAll(inside.steps());
        return new FieldPath(steps);
    }

    /// Freezes depth first with a stack of its own: states may be nested deeper than a thread's stack.
    private static StateValue frozen(Object value) {
        if (!(value instanceof Draft top)) {
            return (StateValue) value;
        }
        var open = new ArrayDeque<Draft>();
        open.push(top);
        while (!open.isEmpty()) {
            Draft draft = open.peek();
            int before = open.size();
            if (draft.frozen() == null) {
                draft.forEachDraft((_, child) -> {
                    if (child.frozen() == null) {
                        open.push(child);
                    }
                });
            }
            if (open.size() == before) {
                open.pop();
                if (draft.frozen() == null) {
                    draft.freezeHere();
                }
            }
        }
        return Objects.requireNonNull(top.frozen());
    }
}
