package io.hindcast.desktop.focus;

import io.hindcast.audit.mark.Checked;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkSet;
import io.hindcast.audit.mark.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The marks of the open store and how they stand, for every pane that shows what they stand beside. Forgotten with the
/// store. Used from the screen's thread only.
public final class Marked {
    private final ReadOnlyObjectWrapper<MarkSet> marks = new ReadOnlyObjectWrapper<>(MarkSet.EMPTY);
    private final ReadOnlyObjectWrapper<Checked> standings = new ReadOnlyObjectWrapper<>(Checked.NOTHING);

    /// These are the marks from now on; what is known of how they stand stays.
    public void show(MarkSet now) {
        marks.set(now);
    }

    /// This is how they stand.
    public void stand(Checked checked) {
        standings.set(checked);
    }

    /// These have just been bound to what the store holds.
    public void hold(List<Mark> bound) {
        var all = new HashMap<>(standings.get().byId());
        bound.forEach(mark -> all.put(mark.id(), new Standing.Holds()));
        standings.set(new Checked(all, standings.get().isComplete()));
    }

    void forget() {
        marks.set(MarkSet.EMPTY);
        standings.set(Checked.NOTHING);
    }

    /// Absent while nobody has looked.
    public Optional<Standing> standing(Mark mark) {
        return standings.get().of(mark);
    }

    /// Whether a mark must not be relied on any more.
    public boolean isInvalid(Mark mark) {
        return standing(mark).filter(Standing::isInvalid).isPresent();
    }

    public MarkSet now() {
        return marks.get();
    }

    public ReadOnlyObjectProperty<MarkSet> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Checked> standingsProperty() {
        return standings.getReadOnlyProperty();
    }
}
