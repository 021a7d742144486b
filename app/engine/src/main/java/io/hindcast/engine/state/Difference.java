package io.hindcast.engine.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structural difference of two values: the fewest, deepest changes, in the field order of the older value and then
/// of the newer one.
public final class Difference {
    private Difference() {}

    public static List<Change> between(StateValue before, StateValue after) {
        var changes = new ArrayList<Change>();
        // a stack of its own: values may be nested deeper than a thread's stack
        var open = new ArrayDeque<Pair>();
        open.push(new Pair(null, "", before, after));
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            if (pair.before == pair.after) {
                continue;
            }
            if (pair.before instanceof Fields one && pair.after instanceof Fields other) {
                pushFields(pair, one, other, open);
            } else if (pair.before instanceof Items one && pair.after instanceof Items other) {
                pushItems(pair, one, other, open);
            } else if (!pair.before.equals(pair.after)) {
                changes.add(new Change(pair.path(), pair.before, pair.after));
            }
        }
        return changes;
    }

    private static void pushFields(Pair pair, Fields before, Fields after, Deque<Pair> open) {
        var names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        for (String name : List.copyOf(names).reversed()) {
            open.push(new Pair(pair, name, before.field(name), after.field(name)));
        }
    }

    private static void pushItems(Pair pair, Items before, Items after, Deque<Pair> open) {
        for (int i = Math.max(before.size(), after.size()) - 1; i >= 0; i--) {
            StateValue one = i < before.size() ? before.values().get(i) : Absent.ABSENT;
            StateValue other = i < after.size() ? after.values().get(i) : Absent.ABSENT;
            open.push(new Pair(pair, Integer.toString(i), one, other));
        }
    }

    private record Pair(@Nullable Pair around, String step, StateValue before, StateValue after) {
        FieldPath path() {
            var steps = new ArrayList<String>();
            for (Pair here = this; here.around != null; here = here.around) {
                steps.add(here.step);
            }
            return new FieldPath(steps.reversed());
        }
    }
}
