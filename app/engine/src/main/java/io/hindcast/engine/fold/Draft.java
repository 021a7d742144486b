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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A container of the state while it is being written: what lies below it is a value, or another draft.
///
/// A draft copies its value once, when it is first written, and is frozen again only when somebody asks for the value.
abstract sealed class Draft {
    /// What this event touched in this container, by step.
    final Map<String, Touch> touched = new HashMap<>();

    private final @Nullable Draft parent;
    private @Nullable StateValue frozen;

    Draft(@Nullable Draft parent) {
        this.parent = parent;
    }

    /// A draft of a container, empty when the value is not one.
    static @Nullable Draft of(StateValue value, Draft parent) {
        return switch (value) {
            case Fields fields -> new Branch(parent, fields);
            case Items items -> new Row(parent, items);
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

    abstract void forEachDraft(BiConsumer<String, Draft> visitor);

    /// The value of this container, its children being frozen already.
    abstract StateValue value();

    /// Remembers the order of the steps, so that [#restoreOrder()] can bring it back.
    abstract void rememberOrder();

    abstract void restoreOrder();

    abstract void forgetOrder();

    final @Nullable StateValue frozen() {
        return frozen;
    }

    final void freezeHere() {
        frozen = value();
    }

    /// The draft was just made of this value.
    final void freezeAs(StateValue value) {
        frozen = value;
    }

    /// This container and all around it have changed.
    final void thaw() {
        for (Draft here = this; here != null && here.frozen != null; here = here.parent) {
            here.frozen = null;
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
                ? Objects.requireNonNull(draft.frozen(), "children are frozen first")
                : (StateValue) child;
    }

    /// Fields being written: the values as they stand, and beside them the children that are drafts. Writing one of
    /// thousands of fields shares all others with what it was made from.
    static final class Branch extends Draft {
        private final Map<String, Draft> drafts = new HashMap<>();
        private Fields fields; // of a child that is a draft: the value it had when it was last frozen
        private @Nullable Fields order;

        Branch(@Nullable Draft parent, Fields fields) {
            super(parent);
            this.fields = fields;
        }

        @Override
        Object child(String step) {
            Draft draft = drafts.get(step);
            return draft == null ? fields.field(step) : draft;
        }

        @Override
        void put(String step, Object value) {
            if (value instanceof Draft draft) {
                drafts.put(step, draft);
            } else {
                drafts.remove(step);
                fields = fields.with(step, (StateValue) value);
            }
        }

        @Override
        String canonical(String step) {
            return step;
        }

        @Override
        boolean takes(String step) {
            return true;
        }

        @Override
        void forEachDraft(BiConsumer<String, Draft> visitor) {
            drafts.forEach(visitor);
        }

        @Override
        StateValue value() {
            drafts.forEach((step, draft) -> {
                StateValue value = settled(draft);
                if (fields.field(step) != value) {
                    fields = fields.with(step, value);
                }
            });
            return fields;
        }

        @Override
        void rememberOrder() {
            if (order == null) {
                order = fields;
            }
        }

        @Override
        void restoreOrder() {
            if (order != null) {
                var sorted = Fields.builder(fields.size());
                for (String step : order.names()) {
                    sorted.put(step, fields.field(step));
                }
                fields.entries().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
                fields = sorted.build();
                order = null;
            }
        }

        @Override
        void forgetOrder() {
            order = null;
        }
    }

    /// Items being written. Taking one out of the middle is a write of the whole list, never of a row.
    static final class Row extends Draft {
        private final ArrayList<Object> children;

        Row(Draft parent, Items items) {
            super(parent);
            children = new ArrayList<>(items.values());
        }

        int size() {
            return children.size();
        }

        @Override
        Object child(String step) {
            int index = index(step);
            return index >= 0 && index < children.size() ? children.get(index) : Absent.ABSENT;
        }

        @Override
        void put(String step, Object value) {
            int index = index(step);
            if (value == Absent.ABSENT) {
                children.remove(index);
            } else if (index < children.size()) {
                children.set(index, value);
            } else {
                children.add(value);
            }
        }

        @Override
        String canonical(String step) {
            int index = index(step);
            return Integer.toString(index < 0 ? children.size() : Math.min(index, children.size()));
        }

        @Override
        boolean takes(String step) {
            return step.equals("-") || index(step) >= 0;
        }

        @Override
        void forEachDraft(BiConsumer<String, Draft> visitor) {
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i) instanceof Draft draft) {
                    visitor.accept(Integer.toString(i), draft);
                }
            }
        }

        @Override
        StateValue value() {
            var values = new ArrayList<StateValue>(children.size());
            children.forEach(child -> values.add(settled(child)));
            return new Items(values);
        }

        @Override
        void rememberOrder() {
            // the end of a list is the only place where a row gains or loses an item
        }

        @Override
        void restoreOrder() {
            // nothing was remembered
        }

        @Override
        void forgetOrder() {
            // nothing was remembered
        }

        private static int index(String step) {
            if (step.isEmpty() || step.length() > 9) {
                return -1;
            }
            int index = 0;
            for (int i = 0; i < step.length(); i++) {
                char digit = step.charAt(i);
                if (digit < '0' || digit > '9') {
                    return -1;
                }
                index = index * 10 + digit - '0';
            }
            return index;
        }
    }
}
