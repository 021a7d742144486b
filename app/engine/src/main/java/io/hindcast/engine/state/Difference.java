package io.hindcast.engine.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The structural difference of two values: the fewest, deepest changes, in the field order of the older value and then
/// of the newer one.
public final class Difference {
    private Difference() {}

    public static List<Change> between(StateValue before, StateValue after) {
        var changes = new ArrayList<Change>();
        compare(FieldPath.ROOT, before, after, changes);
        return changes;
    }

    private static void compare(FieldPath path, StateValue before, StateValue after, List<Change> changes) {
        if (before == after) {
            return;
        }
        if (before instanceof Fields one && after instanceof Fields other) {
            var names = new LinkedHashSet<>(one.names());
            names.addAll(other.names());
            names.forEach(name -> compare(path.child(name), one.field(name), other.field(name), changes));
        } else if (before instanceof Items one && after instanceof Items other) {
            compareItems(path, one, other, changes);
        } else if (!before.equals(after)) {
            changes.add(new Change(path, before, after));
        }
    }

    private static void compareItems(FieldPath path, Items before, Items after, List<Change> changes) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            StateValue one = i < before.size() ? before.values().get(i) : Absent.ABSENT;
            StateValue other = i < after.size() ? after.values().get(i) : Absent.ABSENT;
            compare(path.child(i), one, other, changes);
        }
    }
}
