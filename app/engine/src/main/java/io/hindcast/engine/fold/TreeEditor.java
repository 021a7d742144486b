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
import java.util.ArrayList;
import java.util.List;
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
    private final KnownCells known = new KnownCells();
    private final OpenEvent event = new OpenEvent(known);
    private List<FieldPath> inexact = List.of();

    /// Starts with an empty state.
    public TreeEditor() {
        this(Fields.EMPTY);
    }

    /// Continues from a state, which is never changed.
    public TreeEditor(StateValue root) {
        holder = new FieldsDraft(null, TOP, Fields.of(TOP, root));
    }

    /// The state as it is now, writes of an open event included.
    public StateValue root() {
        return Draft.freeze(holder.child(TOP));
    }

    /// Opens an event. What was written since the last commit stays, and no longer counts as a change.
    public void begin() {
        inexact = List.of();
        event.end();
    }

    /// Closes the event.
    ///
    /// @return what it changed, without writes that came to nothing
    public List<Change> commit() {
        List<Change> changes = event.changes();
        event.end();
        return changes;
    }

    /// Closes the event without telling what it changed: the same state as after [#commit()] for less work.
    public void settle() {
        event.tell(null);
        event.end();
    }

    /// Closes the event and tells what it wrote, for less work than [#commit()]: what was written as a whole is told as
    /// a whole.
    public void commit(WriteSink sink) {
        event.tell(sink);
        event.end();
    }

    /// What the last event wrote that came out of binary arithmetic, until the next one begins.
    public List<FieldPath> inexact() {
        return inexact;
    }

    @Override
    public void inexact(FieldPath path) {
        if (inexact.isEmpty()) {
            inexact = new ArrayList<>();
        }
        inexact.add(path);
    }

    /// Takes back everything since [#begin()].
    public void rollback() {
        inexact = List.of();
        event.takeBack();
        event.end();
    }

    @Override
    public StateValue read(FieldPath path) {
        return Draft.freeze(find(path));
    }

    @Override
    public boolean holdsFields(FieldPath path) {
        Object found = find(path);
        return found instanceof FieldsDraft || found instanceof Fields;
    }

    /// The value or the draft at a path.
    private Object find(FieldPath path) {
        Object here = holder.child(TOP);
        for (int depth = 0; depth < path.steps().size(); depth++) {
            if (here instanceof Draft draft) {
                here = draft.child(path.steps().get(depth));
            } else {
                return ((StateValue) here).at(path.after(depth));
            }
        }
        return here;
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
            case Items _, ItemsDraft _ -> write(path.child("-"), value);
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
        FieldPath parent = path.first(last);
        Object container = find(parent);
        if (container instanceof Items || container instanceof ItemsDraft) {
            var shorter = new ArrayList<>(((Items) Draft.freeze(container)).values());
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
            covered = covered || event.isTouched(owner, step);
            Draft next = draftAt(owner, step);
            if (next == null || !next.takes(path.steps().get(depth))) {
                break;
            }
            owner = next;
            step = owner.canonical(path.steps().get(depth));
        }
        if (!covered) {
            event.touch(owner, step, path.first(depth));
            if (value instanceof Absent) {
                owner.rememberOrder();
            }
        }
        StateValue written = nested(path, depth, value);
        event.wrote(owner == holder, isContainer(written) || owner.child(step) instanceof Draft);
        event.put(owner, step, written);
        if (!covered) {
            event.markTouched(owner, step);
        }
    }

    /// The child as a draft, null when it is not a container.
    private static @Nullable Draft draftAt(Draft owner, String step) {
        Object child = owner.child(step);
        if (child instanceof Draft draft) {
            return draft;
        }
        Draft draft = Draft.of((StateValue) child, owner, step);
        if (draft != null) {
            draft.freezeAs((StateValue) child);
            owner.put(step, draft);
        }
        return draft;
    }

    @Override
    public StateValue read(KnownPath path) {
        Cell cell = cell(path, false);
        return cell == null ? read(path.path()) : cell.value();
    }

    @SuppressWarnings("ReferenceEquality") // the very value: nothing is written
    @Override
    public void set(KnownPath path, StateValue value) {
        Cell cell = value instanceof Absent ? null : cell(path, true);
        if (cell == null) {
            set(path.path(), value);
        } else if (cell.value() != value) {
            event.touch(cell);
            event.wrote(false, isContainer(value) || cell.holdsContainer());
            cell.set(value);
            cell.owner.note(cell);
        }
    }

    @Override
    public void add(KnownPath path, long unscaled, int scale) throws FoldFailure {
        Cell cell = cell(path, true);
        if (cell != null) {
            event.touch(cell);
            if (cell.add(unscaled, scale)) {
                cell.owner.note(cell);
                return;
            }
        }
        add(path.path(), Num.of(unscaled, scale));
    }

    /// The cell of a field, null where the path has to be walked.
    ///
    /// @param toWrite whether one is made for a field that is not there
    private @Nullable Cell cell(KnownPath path, boolean toWrite) {
        if (event.mayTellAround(path)) {
            return null;
        }
        Cell cell = known.cell(path);
        return cell == null ? find(path, toWrite) : cell;
    }

    private @Nullable Cell find(KnownPath path, boolean toWrite) {
        int last = path.path().steps().size() - 1;
        if (last < 0) {
            return null;
        }
        Draft owner = draftAt(holder, TOP);
        for (int depth = 0; depth < last && owner instanceof FieldsDraft; depth++) {
            owner = draftAt(owner, path.path().steps().get(depth));
        }
        if (!(owner instanceof FieldsDraft branch)) {
            return null;
        }
        Cell cell = branch.cell(path.path().steps().get(last), toWrite);
        if (cell != null && !cell.owner.isTouched(cell.name)) {
            known.keep(path, cell);
            return cell;
        }
        return null;
    }

    private static boolean isContainer(StateValue value) {
        return value instanceof Fields || value instanceof Items;
    }

    /// A value below the steps of a path that are not there yet.
    private static StateValue nested(FieldPath path, int from, StateValue value) {
        StateValue nested = value;
        for (int depth = path.steps().size() - 1; depth >= from; depth--) {
            nested = Fields.of(path.steps().get(depth), nested);
        }
        return nested;
    }
}
