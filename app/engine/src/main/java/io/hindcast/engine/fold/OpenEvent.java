package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Matching;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was written since an event was opened: it can be told, and taken back. Of a place that is written several times, and
/// of what is replaced as a whole, the first value counts.
final class OpenEvent {
    private final Touches touches = new Touches();
    private final KnownCells known;
    private long number = 1; // cells begin with none
    private boolean wroteContainer;
    private boolean wroteRoot;
    private boolean markedCells; // whether a container was told of a touch by a cell

    OpenEvent(KnownCells known) {
        this.known = known;
    }

    /// Places and differences, without writes that came to nothing. Those are put back in their first words.
    @SuppressWarnings("ReferenceEquality") // equal values may be written in other words
    List<Change> changes() {
        var changes = new ArrayList<Change>(touches.count());
        for (int i = 0; i < touches.count(); i++) {
            Touch touch = touches.at(i);
            StateValue before = touch.before();
            StateValue after = Draft.freeze(touch.owner().child(touch.step()));
            List<Change> inside = Difference.between(before, after, Matching.BY_PLACE);
            if (inside.isEmpty() && before != after) {
                bringBack(touch);
            }
            for (Change change : inside) {
                changes.add(change.below(touch.path()));
            }
        }
        return changes;
    }

    /// As [#changes()], but what was written as a whole is told as a whole.
    ///
    /// @param sink null where nobody wants to know
    void tell(@Nullable WriteSink sink) {
        for (int i = 0; i < touches.count(); i++) {
            Touch touch = touches.at(i);
            Cell cell = touch.liveCell();
            if (cell == null) {
                tellPlace(touch, sink);
            } else if (cell.isBack(touch)) {
                cell.bringBack(touch);
                cell.owner.note(cell);
            } else if (sink != null) {
                sink.wrote(touch.path(), touch.before(), cell.value());
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very value: nothing was written
    private void tellPlace(Touch touch, @Nullable WriteSink sink) {
        StateValue before = touch.before();
        StateValue after = Draft.freeze(touch.owner().child(touch.step()));
        if (before == after) {
            return;
        }
        if (before.equals(after)) {
            bringBack(touch);
        } else if (sink != null) {
            sink.wrote(touch.path(), before, after);
        }
    }

    /// Everything is again as it was before the event.
    void takeBack() {
        restore(_ -> true);
    }

    /// What was written no longer counts; the next event begins.
    void end() {
        for (int i = 0; i < touches.count(); i++) {
            Touch touch = touches.at(i);
            if (!touch.isByCell() || markedCells) {
                touch.owner().forgetEvent();
            }
            touch.owner().trim();
        }
        touches.forget();
        number++;
        markedCells = false;
        wroteContainer = false;
        wroteRoot = false;
    }

    /// Remembers what is at a place that will be written.
    ///
    /// @param path where it is from the root of the state
    void touch(Draft owner, String step, FieldPath path) {
        if (isTouched(owner, step)) {
            return;
        }
        if (owner.child(step) instanceof Draft draft) {
            // what lies below is replaced as a whole: its own writes no longer count
            restore(touch -> touch.owner().isWithin(draft));
            touches.forgetWithin(draft);
        }
        FieldPath written = path.isRoot() ? path : withLastStep(path, step);
        touches.next().of(written, owner, step, Draft.freeze(owner.child(step)));
        owner.noteTouch(step);
    }

    private static FieldPath withLastStep(FieldPath path, String step) {
        int last = path.steps().size() - 1;
        return path.steps().get(last).equals(step) ? path : path.first(last).child(step);
    }

    /// Remembers what a field holds that will be written.
    void touch(Cell cell) {
        if (cell.event != number) {
            cell.event = number;
            touches.next().of(cell);
        }
    }

    boolean isTouched(Draft owner, String step) {
        if (owner.isTouched(step)) {
            return true;
        }
        Cell cell = knownCell(owner, step);
        boolean byCell = cell != null && cell.event == number;
        if (byCell) {
            owner.noteTouch(step); // the cell may be gone when somebody asks again
            markedCells = true;
        }
        return byCell;
    }

    /// Tells the field at a place, if there is one by now, that the place was touched.
    void markTouched(Draft owner, String step) {
        Cell cell = knownCell(owner, step);
        if (cell != null) {
            cell.event = number;
        }
    }

    private static @Nullable Cell knownCell(Draft owner, String step) {
        return owner instanceof FieldsDraft fields ? fields.knownCell(step) : null;
    }

    /// @param root whether the state as a whole was written
    /// @param container whether fields or items were written, or stood there before
    void wrote(boolean root, boolean container) {
        wroteRoot |= root;
        wroteContainer |= container;
    }

    /// Whether something around a field may be told as written already.
    boolean mayTellAround(KnownPath path) {
        return wroteContainer && (wroteRoot || path.path().steps().size() > 1);
    }

    void put(Draft owner, String step, StateValue value) {
        if (owner.child(step) instanceof Draft) {
            known.forget();
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
        for (int i = touches.count() - 1; i >= 0; i--) {
            if (which.test(touches.at(i))) {
                bringBack(touches.at(i));
            }
        }
        for (int i = 0; i < touches.count(); i++) {
            if (which.test(touches.at(i))) {
                touches.at(i).owner().restoreOrder();
            }
        }
    }
}
