package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place that the current event has written, and what was there before the event. Used again for a later event.
final class Touch {
    /// The field that was written, where it was reached by a known path: it tells the rest then.
    private @Nullable Cell cell;

    private FieldPath path = FieldPath.ROOT;
    private @Nullable Draft owner;
    private String step = "";

    /// What was there, [io.hindcast.engine.state.Absent] when nothing was; null stands for the number below.
    @Nullable StateValue before;
    /// Whether a number was there that is told below.
    boolean wasNumber;
    long unscaled;
    int scale;

    /// @param path where, from the root of the state
    /// @param owner the container that was written
    /// @param step which of its children
    void of(FieldPath path, Draft owner, String step, StateValue before) {
        this.cell = null;
        this.path = path;
        this.owner = owner;
        this.step = step;
        this.before = before;
    }

    /// Of a field that was reached by a known path, with what it holds.
    void of(Cell written) {
        cell = written;
        written.save(this);
    }

    /// The field, if it was reached by a known path and is still held by its owner.
    @Nullable Cell liveCell() {
        Cell known = cell;
        return known == null || known.isDead ? null : known;
    }

    boolean isByCell() {
        return cell != null;
    }

    FieldPath path() {
        return cell == null ? path : cell.path();
    }

    Draft owner() {
        return cell == null ? Objects.requireNonNull(owner, "a touch has an owner") : cell.owner;
    }

    String step() {
        return cell == null ? step : cell.name;
    }

    StateValue before() {
        StateValue known = before;
        if (known == null) {
            known = Num.of(unscaled, scale);
            before = known;
        }
        return known;
    }
}
