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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A container of the state while it is being written: what lies below it is a value, or another draft.
///
/// A draft copies its value once, when it is first written, and is frozen again only when somebody asks for the value.
abstract sealed class Draft {
    /// What this event touched in this container; made when it is first needed.
    private Set<String> touched = Set.of();

    private final @Nullable Draft parent;
    /// What its parent calls it.
    private final String step;
    private @Nullable StateValue frozen;
    /// Whether its parent has it among those that have changed.
    private boolean isToldAsThawed;
    /// Whether its parent has let go of it.
    private boolean isGone;

    Draft(@Nullable Draft parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    /// A draft of a container, empty when the value is not one.
    static @Nullable Draft of(StateValue value, Draft parent, String step) {
        return switch (value) {
            case Fields fields -> new Branch(parent, step, fields);
            case Items items -> new Row(parent, step, items);
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
                ? Objects.requireNonNull(draft.frozen(), "children are frozen first")
                : (StateValue) child;
    }

    /// Fields being written: the values as they stood when they were last put together, the cells of fields that were
    /// written, and the children that are drafts. Writing one of thousands of fields shares all others with what it was
    /// made from.
    static final class Branch extends Draft {
        private static final int MOST_CELLS = 1 << 12;
        /// Beyond so many changes few fields are copied once instead of once for each change.
        private static final int FEW_CHANGES = 2;
        private static final int MANY_FIELDS = 24;

        private Map<String, Draft> drafts = Map.of(); // made when it is first needed
        private final Map<String, Cell> cells = new HashMap<>();
        private final List<Cell> changed = new ArrayList<>(); // in the order in which fields are new
        private final List<Draft> thawed = new ArrayList<>(); // since this was last frozen
        private Fields fields; // of a child that is a draft: the value it had when it was last frozen
        private @Nullable Fields order;

        Branch(@Nullable Draft parent, String step, Fields fields) {
            super(parent, step);
            this.fields = fields;
        }

        @Override
        Object child(String step) {
            Draft draft = drafts.isEmpty() ? null : drafts.get(step);
            if (draft != null) {
                return draft;
            }
            Cell cell = cells.get(step);
            return cell == null ? fields.field(step) : cell.value();
        }

        /// The cell of a field that is not there as a draft, made where there is none; null where there is no field.
        ///
        /// @param vacant whether to make one for a field that is not there, holding nothing
        @Nullable Cell cell(String step, boolean vacant) {
            Cell cell = cells.get(step);
            if (cell == null && (drafts.isEmpty() || !drafts.containsKey(step))) {
                StateValue value = fields.field(step);
                if (vacant || value.isPresent()) {
                    cell = new Cell(this, step, value);
                    cells.put(step, cell);
                }
            }
            return cell;
        }

        /// The cell of a field, if one was made.
        @Nullable Cell knownCell(String step) {
            return cells.get(step);
        }

        /// A cell of this container holds something else than it did.
        void note(Cell cell) {
            if (!cell.isChanged) {
                cell.isChanged = true;
                changed.add(cell);
                thaw();
            }
        }

        @Override
        void put(String step, Object value) {
            if (value instanceof Draft draft) {
                letGo(step);
                drafts = drafts.isEmpty() ? new HashMap<>() : drafts;
                letGo(drafts.put(step, draft));
            } else if (value instanceof Absent) {
                letGo(step);
                forget(step);
                fields = fields.without(step);
            } else {
                forget(step);
                Cell cell = cells.get(step);
                if (cell == null) {
                    cell = new Cell(this, step, (StateValue) value);
                    cells.put(step, cell);
                } else {
                    cell.set((StateValue) value);
                }
                note(cell);
            }
        }

        private void forget(String step) {
            if (!drafts.isEmpty()) {
                letGo(drafts.remove(step));
            }
        }

        private static void letGo(@Nullable Draft draft) {
            if (draft != null) {
                draft.isGone = true;
            }
        }

        private void letGo(String step) {
            gather();
            Cell cell = cells.remove(step);
            if (cell != null) {
                cell.isDead = true;
            }
        }

        @Override
        void trim() {
            if (cells.size() > MOST_CELLS) {
                gather();
                cells.values().forEach(cell -> cell.isDead = true);
                cells.clear();
            }
        }

        /// Brings what the cells hold among the values.
        private void gather() {
            if (changed.size() <= FEW_CHANGES) {
                for (int i = 0; i < changed.size(); i++) {
                    fields = fields.with(changed.get(i).name, changed.get(i).value());
                }
            } else if (fields.size() < MANY_FIELDS) {
                var all = Fields.builder(fields.size() + changed.size());
                fields.entries().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
                changed.forEach(cell -> all.put(cell.name, cell.value()));
                fields = all.build();
            } else {
                write(changed.size(), at -> changed.get(at).name, at -> changed.get(at).value());
            }
            for (int i = 0; i < changed.size(); i++) {
                changed.get(i).isChanged = false;
            }
            changed.clear();
        }

        @Override
        String canonical(String step) {
            return step;
        }

        @Override
        boolean takes(String step) {
            return true;
        }

        private void write(int count, IntFunction<String> name, IntFunction<StateValue> value) {
            var names = new String[count];
            var values = new StateValue[count];
            for (int i = 0; i < count; i++) {
                names[i] = name.apply(i);
                values[i] = value.apply(i);
            }
            fields = fields.withAll(names, values);
        }

        @Override
        void forEachThawed(Consumer<Draft> visitor) {
            for (int i = 0; i < thawed.size(); i++) {
                Draft child = thawed.get(i);
                if (!child.isGone) {
                    visitor.accept(child);
                }
            }
        }

        @Override
        void noteThawed(Draft child) {
            thawed.add(child);
        }

        @Override
        StateValue value() {
            gather();
            if (!thawed.isEmpty()) {
                thawed.forEach(child -> child.isToldAsThawed = false);
                thawed.removeIf(child -> child.isGone);
                write(thawed.size(), at -> thawed.get(at).step, at -> settled(thawed.get(at)));
                thawed.clear();
            }
            return fields;
        }

        @Override
        void rememberOrder() {
            if (order == null) {
                gather();
                order = fields;
            }
        }

        @Override
        void restoreOrder() {
            if (order != null) {
                gather();
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

        Row(Draft parent, String step, Items items) {
            super(parent, step);
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
        void forEachThawed(Consumer<Draft> visitor) {
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i) instanceof Draft draft) {
                    visitor.accept(draft);
                }
            }
        }

        @Override
        void noteThawed(Draft child) {
            // all of them are looked at anyhow
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

        @Override
        void trim() {
            // nothing is kept
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
