package io.hindcast.engine.fold;

import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a stored snapshot compares with the replayed state.
///
/// Fields that only the snapshot has are not compared: the fold says nothing about them, and the answer names them.
/// A field that only the replay has is a difference, unless [#sharedOnly()]. Null and a missing field are the same.
///
/// @param root where in the decoded snapshot the state lies
/// @param renames what the snapshot calls a field (key) and what the fold calls it (value); a name that a snapshot does
///     not have changes nothing
/// @param units fields of the fold that the snapshot keeps in another unit: how many of the fold's one of the snapshot's is,
///     0.01 for cents
/// @param ignored fields of the fold that are not compared
/// @param textNumbers whether a number written as text equals the number
/// @param sharedOnly whether only fields that both have are compared
public record SnapshotComparison(
        FieldPath root,
        Map<FieldPath, FieldPath> renames,
        Map<FieldPath, BigDecimal> units,
        List<FieldPath> ignored,
        boolean textNumbers,
        boolean sharedOnly) {
    private static final Outcome SAME = new Outcome(List.of(), List.of());

    public static final SnapshotComparison PLAIN =
            new SnapshotComparison(FieldPath.ROOT, Map.of(), List.of(), true, false);

    /// For folds that guess: what one side alone has means nothing.
    public static final SnapshotComparison SHARED_FIELDS =
            new SnapshotComparison(FieldPath.ROOT, Map.of(), List.of(), true, true);

    public SnapshotComparison {
        renames = Map.copyOf(renames);
        units = Map.copyOf(units);
        ignored = List.copyOf(ignored);
    }

    /// In the units of the fold.
    public SnapshotComparison(
            FieldPath root,
            Map<FieldPath, FieldPath> renames,
            List<FieldPath> ignored,
            boolean textNumbers,
            boolean sharedOnly) {
        this(root, renames, Map.of(), ignored, textNumbers, sharedOnly);
    }

    /// @param changes where snapshot (before) and replay (after) differ; paths are the fold's
    /// @param notCovered top-level fields that only the snapshot has
    public record Outcome(List<Change> changes, List<FieldPath> notCovered) {
        public boolean agrees() {
            return changes.isEmpty();
        }
    }

    /// Compares a decoded snapshot with a state.
    public Outcome compare(StateValue snapshot, StateValue replay) {
        StateValue stored = converted(renamed(snapshot.at(root)));
        if (stored.equals(replay)) {
            return SAME;
        }
        var changes = new ArrayList<Change>();
        var notCovered = new ArrayList<FieldPath>();
        for (Change change : Difference.between(stored, replay)) {
            if (isIgnored(change.path()) || isSame(change.before(), change.after())) {
                continue;
            }
            if (!change.after().isPresent() && change.path().steps().size() == 1) {
                notCovered.add(change.path());
            } else if (!sharedOnly || (change.before().isPresent() && change.after().isPresent())) {
                changes.add(change);
            }
        }
        return new Outcome(List.copyOf(changes), List.copyOf(notCovered));
    }

    /// Whether [#compare] would find no change, told from the snapshot as it lies there: nothing of it is built where the
    /// two agree. False may also mean that it takes the decoded snapshot to find out.
    ///
    /// @param snapshot turned to the snapshot
    public boolean agreesPlainly(PayloadView snapshot, StateValue replay) {
        return units.isEmpty() && TokenComparison.agrees(this, snapshot, replay);
    }

    private StateValue renamed(StateValue snapshot) {
        if (renames.isEmpty()) {
            return snapshot;
        }
        var editor = new TreeEditor(snapshot);
        renames.forEach((theirs, _) -> editor.remove(theirs));
        renames.forEach((theirs, ours) -> {
            if (snapshot.at(theirs).isPresent()) {
                editor.set(ours, snapshot.at(theirs));
            }
        });
        return editor.root();
    }

    /// What is no number stays as it is, and so differs.
    private StateValue converted(StateValue snapshot) {
        if (units.isEmpty()) {
            return snapshot;
        }
        var editor = new TreeEditor(snapshot);
        units.forEach((path, unit) -> Numbers.read(snapshot.at(path))
                .ifPresent(number -> editor.set(path, Num.of(number.value().multiply(unit)))));
        return editor.root();
    }

    private boolean isIgnored(FieldPath path) {
        return ignored.stream().anyMatch(path::isWithin);
    }

    /// Whether a value of a snapshot and one of the fold are the same in spite of their difference.
    boolean isSame(StateValue stored, StateValue replayed) {
        if (isNothing(stored) && isNothing(replayed)) {
            return true;
        }
        if (!textNumbers || stored instanceof Items || stored instanceof Fields) {
            return false;
        }
        return stored instanceof Text != replayed instanceof Text
                && Numbers.read(stored).isPresent()
                && Numbers.read(stored).equals(Numbers.read(replayed));
    }

    private static boolean isNothing(StateValue value) {
        return value instanceof Absent || value instanceof Null;
    }
}
