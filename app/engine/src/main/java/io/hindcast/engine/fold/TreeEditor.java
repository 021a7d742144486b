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
import java.util.Arrays;
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

    private static final int MOST_KNOWN = 1 << 14;

    private final Draft holder;
    private Touch[] touches = {new Touch()};
    private int touchCount;
    private long event;

    // What was found for the known paths, by the last digits of their numbers; good as long as no container was replaced.
    private @Nullable KnownPath[] known = new @Nullable KnownPath[8];
    private @Nullable Cell[] cells = new @Nullable Cell[8];
    private long replaced;
    private List<FieldPath> inexact = List.of();
    private boolean wroteContainer;
    private boolean wroteRoot;
    private boolean markedCells; // whether a container was told of a touch by a cell

    /// Starts with an empty state.
    public TreeEditor() {
        this(Fields.EMPTY);
    }

    /// Continues from a state, which is never changed.
    public TreeEditor(StateValue root) {
        event = 1; // cells begin with none
        holder = new Draft.Branch(null, TOP, Fields.of(TOP, root));
    }

    /// The state as it is now, writes of an open event included.
    public StateValue root() {
        return frozen(holder.child(TOP));
    }

    /// Opens an event. What was written since the last commit stays, and no longer counts as a change.
    public void begin() {
        inexact = List.of();
        forgetTouches();
    }

    /// Closes the event.
    ///
    /// @return what it changed, without writes that came to nothing
    @SuppressWarnings("ReferenceEquality") // equal values may be written in other words
    public List<Change> commit() {
        var changes = new ArrayList<Change>(touchCount);
        for (int i = 0; i < touchCount; i++) {
            Touch touch = touches[i];
            StateValue before = touch.before();
            StateValue after = frozen(touch.owner().child(touch.step()));
            List<Change> inside = Difference.between(before, after, Matching.BY_PLACE);
            if (inside.isEmpty() && before != after) {
                bringBack(touch);
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
        close(null);
    }

    /// Closes the event and tells what it wrote, for less work than [#commit()]: what was written as a whole is told as
    /// a whole.
    public void commit(WriteSink sink) {
        close(sink);
    }

    @SuppressWarnings("ReferenceEquality") // the very value: nothing was written
    private void close(@Nullable WriteSink sink) {
        for (int i = 0; i < touchCount; i++) {
            Touch touch = touches[i];
            Cell cell = touch.liveCell();
            if (cell != null) {
                if (cell.isBack(touch)) {
                    cell.bringBack(touch);
                    cell.owner.note(cell);
                } else if (sink != null) {
                    sink.wrote(touch.path(), touch.before(), cell.value());
                }
            } else {
                StateValue before = touch.before();
                StateValue after = frozen(touch.owner().child(touch.step()));
                if (before == after) {
                    continue;
                }
                if (before.equals(after)) {
                    bringBack(touch);
                } else if (sink != null) {
                    sink.wrote(touch.path(), before, after);
                }
            }
        }
        forgetTouches();
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
        restore(_ -> true);
        forgetTouches();
    }

    @Override
    public StateValue read(FieldPath path) {
        return frozen(find(path));
    }

    @Override
    public boolean holdsFields(FieldPath path) {
        Object found = find(path);
        return found instanceof Draft.Branch || found instanceof Fields;
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
            covered = covered || isTouched(owner, step);
            Draft next = draftAt(owner, step);
            if (next == null || !next.takes(path.steps().get(depth))) {
                break;
            }
            owner = next;
            step = owner.canonical(path.steps().get(depth));
        }
        if (!covered) {
            touch(owner, step, start(path, 0, depth));
            if (value instanceof Absent) {
                owner.rememberOrder();
            }
        }
        StateValue written = nested(path, depth, value);
        wroteRoot |= owner == holder;
        wroteContainer |= written instanceof Fields || written instanceof Items || owner.child(step) instanceof Draft;
        put(owner, step, written);
        if (!covered) {
            markTouched(owner, step);
        }
    }

    private void markTouched(Draft owner, String step) {
        Cell cell = owner instanceof Draft.Branch branch ? branch.knownCell(step) : null;
        if (cell != null) {
            cell.event = event;
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

    private void touch(Draft owner, String step, FieldPath path) {
        if (isTouched(owner, step)) {
            return;
        }
        if (owner.child(step) instanceof Draft draft) {
            // what lies below is replaced as a whole: its own writes no longer count
            restore(touch -> touch.owner().isWithin(draft));
            forgetWithin(draft);
        }
        FieldPath written = path.isRoot() ? path : withLastStep(path, step);
        next().of(written, owner, step, frozen(owner.child(step)));
        owner.noteTouch(step);
    }

    private boolean isTouched(Draft owner, String step) {
        if (owner.isTouched(step)) {
            return true;
        }
        Cell cell = owner instanceof Draft.Branch branch ? branch.knownCell(step) : null;
        boolean byCell = cell != null && cell.event == event;
        if (byCell) {
            owner.noteTouch(step); // the cell may be gone when somebody asks again
            markedCells = true;
        }
        return byCell;
    }

    /// A touch to fill; old ones are used again.
    private Touch next() {
        if (touchCount == touches.length) {
            touches = Arrays.copyOf(touches, touchCount * 2);
            for (int i = touchCount; i < touches.length; i++) {
                touches[i] = new Touch();
            }
        }
        return touches[touchCount++];
    }

    private void forgetWithin(Draft draft) {
        int kept = 0;
        for (int i = 0; i < touchCount; i++) {
            Touch touch = touches[i];
            if (!touch.owner().isWithin(draft)) {
                touches[i] = touches[kept];
                touches[kept++] = touch;
            }
        }
        touchCount = kept;
    }

    private static FieldPath withLastStep(FieldPath path, String step) {
        int last = path.steps().size() - 1;
        return path.steps().get(last).equals(step)
                ? path
                : new FieldPath(path.steps().subList(0, last)).child(step);
    }

    private void put(Draft owner, String step, StateValue value) {
        if (owner.child(step) instanceof Draft) {
            replaced++;
        }
        owner.put(step, value);
        owner.thaw();
    }

    private void bringBack(Touch touch) {
        Cell cell = touch.liveCell();
        if (cell == null || touch.before == Absent.ABSENT) {
            put(touch.owner(), touch.step(), touch.before());
        } else {
            cell.bringBack(touch);
            cell.owner.note(cell);
        }
    }

    /// Puts back what was there before the event, last write first.
    private void restore(Predicate<Touch> which) {
        for (int i = touchCount - 1; i >= 0; i--) {
            if (which.test(touches[i])) {
                bringBack(touches[i]);
            }
        }
        for (int i = 0; i < touchCount; i++) {
            if (which.test(touches[i])) {
                touches[i].owner().restoreOrder();
            }
        }
    }

    private void forgetTouches() {
        for (int i = 0; i < touchCount; i++) {
            boolean byCell = touches[i].isByCell();
            if (!byCell || markedCells) {
                touches[i].owner().forgetEvent();
            }
            touches[i].owner().trim();
        }
        touchCount = 0;
        event++;
        markedCells = false;
        wroteContainer = false;
        wroteRoot = false;
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
            touch(cell);
            wroteContainer |= value instanceof Fields || value instanceof Items || cell.holdsContainer();
            cell.set(value);
            cell.owner.note(cell);
        }
    }

    @Override
    public void add(KnownPath path, long unscaled, int scale) throws FoldFailure {
        Cell cell = cell(path, true);
        if (cell != null) {
            touch(cell);
            if (cell.add(unscaled, scale)) {
                cell.owner.note(cell);
                return;
            }
        }
        add(path.path(), Num.of(unscaled, scale));
    }

    private void touch(Cell cell) {
        if (cell.event != event) {
            cell.event = event;
            next().of(cell);
        }
    }

    /// The cell of a field, null where the path has to be walked.
    ///
    /// @param toWrite whether one is made for a field that is not there
    private @Nullable Cell cell(KnownPath path, boolean toWrite) {
        if (wroteContainer && (wroteRoot || path.path().steps().size() > 1)) {
            return null; // what it lies in may be told as changed already
        }
        int slot = slot(path);
        if (known[slot] == path) {
            Cell cell = cells[slot];
            if (cell != null && !cell.isDead && cell.foundAt == replaced) {
                return cell;
            }
        }
        return find(path, toWrite);
    }

    private @Nullable Cell find(KnownPath path, boolean toWrite) {
        int last = path.path().steps().size() - 1;
        if (last < 0) {
            return null;
        }
        Draft owner = draftAt(holder, TOP);
        for (int depth = 0; depth < last && owner instanceof Draft.Branch; depth++) {
            owner = draftAt(owner, path.path().steps().get(depth));
        }
        if (!(owner instanceof Draft.Branch branch)) {
            return null;
        }
        Cell cell = branch.cell(path.path().steps().get(last), toWrite);
        if (cell != null && !cell.owner.isTouched(cell.name)) {
            keep(path, cell);
            return cell;
        }
        return null;
    }

    private int slot(KnownPath path) {
        return path.number() & known.length - 1;
    }

    private void keep(KnownPath path, Cell cell) {
        KnownPath other = known[slot(path)];
        while (other != null && other != path && known.length < MOST_KNOWN && slot(other) == slot(path)) {
            if (((other.number() ^ path.number()) & MOST_KNOWN - 1) == 0) {
                break; // more room does not part them
            }
            makeRoom();
        }
        int slot = slot(path);
        cell.reachedBy(path.path());
        cell.foundAt = replaced;
        known[slot] = path;
        cells[slot] = cell;
    }

    private void makeRoom() {
        var paths = known;
        var found = cells;
        known = new @Nullable KnownPath[paths.length * 2];
        cells = new @Nullable Cell[paths.length * 2];
        for (int i = 0; i < paths.length; i++) {
            KnownPath path = paths[i];
            if (path != null) {
                known[slot(path)] = path;
                cells[slot(path)] = found[i];
            }
        }
    }

    /// A value below the steps of a path that are not there yet.
    private static StateValue nested(FieldPath path, int from, StateValue value) {
        StateValue nested = value;
        for (int depth = path.steps().size() - 1; depth >= from; depth--) {
            nested = Fields.of(path.steps().get(depth), nested);
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
                draft.forEachThawed(child -> {
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
