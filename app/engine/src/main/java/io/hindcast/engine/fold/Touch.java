package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place that the current event has written, and what was there before the event. Used again for a later event.
final class Touch {
    /// Where, from the root of the state.
    FieldPath path = FieldPath.ROOT;
    /// The container that was written, and which of its children.
    @Nullable Draft owner;
    String step = "";
    /// The field that was written, where it was reached by a known path.
    @Nullable Cell cell;
    /// What was there, [io.hindcast.engine.state.Absent] when nothing was; null stands for the number below.
    @Nullable StateValue before;
    /// Whether a number was there that is told below.
    boolean wasNumber;
    long unscaled;
    int scale;

    StateValue before() {
        StateValue known = before;
        if (known == null) {
            known = Num.of(unscaled, scale);
            before = known;
        }
        return known;
    }

    Draft owner() {
        return Objects.requireNonNull(owner, "a touch has an owner");
    }
}
