package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A container of the state while it is being written: what lies below it is a value, or another draft.
///
/// A draft copies its value once, when it is first written, and is frozen again only when somebody asks for the value.
abstract sealed class Draft permits FieldsDraft, ItemsDraft {
    /// What this event touched in this container; made when it is first needed.
    private Set<String> touched = Set.of();

    private final @Nullable Draft parent;
    /// What its parent calls it.
    final String step;
    private @Nullable StateValue frozen;
    /// Whether its parent has it among those that have changed.
    boolean isToldAsThawed;
    /// Whether its parent has let go of it.
    boolean isGone;

    Draft(@Nullable Draft parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    /// A draft of a container, empty when the value is not one.
    static @Nullable Draft of(StateValue value, Draft parent, String step) {
        return switch (value) {
            case Fields fields -> new FieldsDraft(parent, step, fields);
            case Items items -> new ItemsDraft(parent, step, items);
            case Absent _, Null _, Bool _, Num _, Text _, Opaque _ -> null;
        };
    }

    /// What is at a step: a value, [Absent], or a draft.
    abstract Object child(String step);

    /// Puts a value or a draft; [Absent] removes.
    abstract void put(String step, Object value);

    /// The step as it is kept: an item number beyond the end is the end.
    abstract String canonical(String step);

    /// Whether a step of this spelling can lead anywhere in this container.
    abstract boolean takes(String step);

    /// Every child that is a draft and may have changed since this was last frozen.
    abstract void forEachThawed(Consumer<Draft> visitor);

    /// A child that is a draft has changed.
    abstract void noteThawed(Draft child);

    /// The value of this container, its children being frozen already.
    abstract StateValue value();

    /// Remembers the order of the steps, so that [#restoreOrder()] can bring it back.
    abstract void rememberOrder();

    abstract void restoreOrder();

    final boolean isTouched(String child) {
        return !touched.isEmpty() && touched.contains(child);
    }

    final void noteTouch(String child) {
        if (touched.isEmpty()) {
            touched = new HashSet<>();
        }
        touched.add(child);
    }

    /// Forgets what was touched, and the order.
    final void forgetEvent() {
        touched = Set.of();
        forgetOrder();
    }

    abstract void forgetOrder();

    /// Between two events: forgets what is kept for speed where there has come to be too much of it.
    abstract void trim();

    /// The draft was just made of this value.
    final void freezeAs(StateValue value) {
        frozen = value;
    }

    /// This container and all around it have changed.
    final void thaw() {
        for (Draft here = this; here != null && here.frozen != null; here = here.parent) {
            here.frozen = null;
            if (here.parent != null && !here.isToldAsThawed) {
                here.isToldAsThawed = true;
                here.parent.noteThawed(here);
            }
        }
    }

    final boolean isWithin(Draft other) {
        for (Draft here = this; here != null; here = here.parent) {
            if (here == other) {
                return true;
            }
        }
        return false;
    }

    static StateValue settled(Object child) {
        return child instanceof Draft draft
                ? Objects.requireNonNull(draft.frozen, "children are frozen first")
                : (StateValue) child;
    }

    /// The value of a child. Drafts are frozen depth first with a stack of its own: states may be nested deeper than a
    /// thread's stack.
    static StateValue freeze(Object child) {
        if (!(child instanceof Draft top)) {
            return (StateValue) child;
        }
        var open = new ArrayDeque<Draft>();
        open.push(top);
        while (!open.isEmpty()) {
            Draft draft = open.peek();
            int before = open.size();
            if (draft.frozen == null) {
                draft.forEachThawed(inner -> {
                    if (inner.frozen == null) {
                        open.push(inner);
                    }
                });
            }
            if (open.size() == before) {
                open.pop();
                if (draft.frozen == null) {
                    draft.frozen = draft.value();
                }
            }
        }
        return settled(top);
    }
}
