package io.hindcast.engine.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structural difference of two values: the fewest, deepest changes, in the field order of the older value and then
/// of the newer one. Empty exactly when the two are equal. Works for any depth.
///
/// Paths are pointers into the newer value; those of removed things are pointers into the older one. Items of a list
/// are matched by an identity where they have one, else by what the lists have in common. Where items that are in both
/// lists changed their order, the list itself is told as changed, with its whole content before and after.
public final class Difference {
    private final Matching matching;
    private final List<Change> changes = new ArrayList<>();
    private final ArrayDeque<Step> pending = new ArrayDeque<>();

    /// The way from the root to a value, in the older and in the newer value.
    private record Trail(@Nullable Trail parent, String before, String after) {
        static FieldPath path(@Nullable Trail end, boolean older) {
            var steps = new ArrayDeque<String>();
            for (Trail here = end; here != null; here = here.parent) {
                steps.addFirst(older ? here.before : here.after);
            }
            return new FieldPath(List.copyOf(steps));
        }
    }

    private record Step(@Nullable Trail trail, StateValue before, StateValue after) {}

    private Difference(Matching matching) {
        this.matching = matching;
    }

    /// Items are matched by [Matching#STANDARD].
    public static List<Change> between(StateValue before, StateValue after) {
        return between(before, after, Matching.STANDARD);
    }

    public static List<Change> between(StateValue before, StateValue after, Matching matching) {
        var difference = new Difference(matching);
        difference.run(new Step(null, before, after));
        return difference.changes;
    }

    @SuppressWarnings("ReferenceEquality")
    private void run(Step root) {
        pending.push(root);
        while (!pending.isEmpty()) {
            Step step = pending.pop();
            if (step.before == step.after) {
                continue;
            }
            if (step.before instanceof Fields before && step.after instanceof Fields after) {
                push(fields(step.trail, before, after));
            } else if (step.before instanceof Items before && step.after instanceof Items after) {
                push(items(step, before, after));
            } else if (!step.before.equals(step.after)) {
                tell(step);
            }
        }
    }

    private void tell(Step step) {
        boolean gone = !step.after.isPresent();
        changes.add(new Change(Trail.path(step.trail, gone), step.before, step.after));
    }

    private void push(List<Step> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            pending.push(steps.get(i));
        }
    }

    private static List<Step> fields(@Nullable Trail trail, Fields before, Fields after) {
        var steps = new ArrayList<Step>();
        int inBoth = 0;
        for (Iterator<Row.Entry> each = before.iterator(); each.hasNext(); ) {
            Row.Entry entry = each.next();
            StateValue there = after.field(entry.name());
            inBoth += there.isPresent() ? 1 : 0;
            step(steps, trail, entry.name(), entry.value(), there);
        }
        for (Iterator<Row.Entry> each = after.iterator(); inBoth < after.size() && each.hasNext(); ) {
            Row.Entry entry = each.next();
            if (!before.field(entry.name()).isPresent()) {
                step(steps, trail, entry.name(), Absent.ABSENT, entry.value());
            }
        }
        return steps;
    }

    @SuppressWarnings("ReferenceEquality")
    private static void step(
            List<Step> steps, @Nullable Trail trail, String name, StateValue before, StateValue after) {
        boolean same = before == after || (isSingle(before) && before.equals(after));
        if (!same) {
            steps.add(new Step(new Trail(trail, name, name), before, after));
        }
    }

    private static boolean isSingle(StateValue value) {
        return !(value instanceof Fields) && !(value instanceof Items);
    }

    @SuppressWarnings("ReferenceEquality")
    private List<Step> items(Step list, Items before, Items after) {
        Alignment alignment = Alignment.of(before.values(), after.values(), matching);
        if (alignment.reordered()) {
            tell(list);
        }
        var steps = new ArrayList<Step>();
        for (Alignment.Pair pair : alignment.pairs()) {
            StateValue older = pair.before() < 0 ? Absent.ABSENT : before.values().get(pair.before());
            StateValue newer = pair.after() < 0 ? Absent.ABSENT : after.values().get(pair.after());
            if (older != newer) {
                var trail =
                        new Trail(list.trail, Integer.toString(pair.before()), Integer.toString(pair.after()));
                steps.add(new Step(trail, older, newer));
            }
        }
        return steps;
    }
}
