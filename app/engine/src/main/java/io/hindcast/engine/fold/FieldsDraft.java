package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Fields being written: the values as they stood when they were last put together, the cells of fields that were
/// written, and the children that are drafts. Writing one of thousands of fields shares all others with what it was
/// made from.
final class FieldsDraft extends Draft {
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

    FieldsDraft(@Nullable Draft parent, String step, Fields fields) {
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
