package io.hindcast.engine.state;

import java.util.ArrayDeque;
import java.util.Iterator;

/// Equality and hash of nested values, without recursion to their depth.
final class Equality {
    /// Deeper parts do not take part in the hash: equal values have equal hashes all the same.
    private static final int HASHED_DEPTH = 64;

    private final ArrayDeque<StateValue> pending = new ArrayDeque<>();

    private Equality() {}

    @SuppressWarnings("ReferenceEquality")
    static boolean between(StateValue one, StateValue other) {
        return one == other || new Equality().run(one, other);
    }

    private boolean run(StateValue first, StateValue second) {
        boolean equal = pair(first, second);
        while (equal && !pending.isEmpty()) {
            StateValue other = pending.pop();
            StateValue one = pending.pop();
            equal = one instanceof Fields fields ? fields(fields, (Fields) other) : items((Items) one, (Items) other);
        }
        return equal;
    }

    /// Settles flat values at once and puts nested ones off.
    @SuppressWarnings("ReferenceEquality")
    private boolean pair(StateValue one, StateValue other) {
        if (one == other) {
            return true;
        }
        if ((one instanceof Fields && other instanceof Fields) || (one instanceof Items && other instanceof Items)) {
            pending.push(one);
            pending.push(other);
            return true;
        }
        return !(one instanceof Fields) && !(one instanceof Items) && one.equals(other);
    }

    /// Most equal fields are in the same order too: names are looked up from where they part.
    private boolean fields(Fields one, Fields other) {
        if (one.size() != other.size()) {
            return false;
        }
        FieldWalk others = other.walk();
        boolean together = true;
        for (FieldWalk each = one.walk(); each.next(); ) {
            together = together && others.next() && others.name().equals(each.name());
            if (!pair(each.value(), together ? others.value() : other.field(each.name()))) {
                return false;
            }
        }
        return true;
    }

    private boolean items(Items one, Items other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<StateValue> others = other.values().iterator();
        for (StateValue value : one.values()) {
            if (!pair(value, others.next())) {
                return false;
            }
        }
        return true;
    }

    static int hash(StateValue value) {
        return hash(value, HASHED_DEPTH);
    }

    private static int hash(StateValue value, int depth) {
        return switch (value) {
            case Fields fields -> {
                int hash = fields.size();
                if (depth > 0) {
                    for (Iterator<Row.Entry> each = fields.iterator(); each.hasNext(); ) {
                        Row.Entry entry = each.next();
                        hash += entry.name().hashCode() ^ hash(entry.value(), depth - 1);
                    }
                }
                yield hash;
            }
            case Items items -> {
                int hash = items.size();
                if (depth > 0) {
                    for (StateValue item : items.values()) {
                        hash = 31 * hash + hash(item, depth - 1);
                    }
                }
                yield hash;
            }
            case Absent _, Null _, Bool _, Num _, Text _, Opaque _ -> value.hashCode();
        };
    }
}
