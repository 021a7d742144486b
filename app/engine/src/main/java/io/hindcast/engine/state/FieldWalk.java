package io.hindcast.engine.state;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Goes through the names and values of [Fields] in their order, without an object for each of them.
///
/// ```java
/// for (FieldWalk walk = fields.walk(); walk.next(); ) {
///     tell(walk.name(), walk.value());
/// }
/// ```
///
/// For one thread.
public final class FieldWalk {
    private final String[] names;
    private final StateValue[] values;
    private final @Nullable Iterator<Row.Entry> many;
    private int at = -1;
    private Row.@Nullable Entry entry;

    FieldWalk(Row row) {
        if (row instanceof Row.Few(String[] few, StateValue[] theirs)) {
            names = few;
            values = theirs;
            many = null;
        } else {
            names = new String[0];
            values = new StateValue[0];
            many = row.iterator();
        }
    }

    /// Goes on to the next one.
    ///
    /// @return false when there is none
    public boolean next() {
        if (many == null) {
            at = Math.min(at + 1, names.length);
            return at < names.length;
        }
        entry = many.hasNext() ? many.next() : null;
        return entry != null;
    }

    public String name() {
        return many == null ? names[at] : entry().name();
    }

    public StateValue value() {
        return many == null ? values[at] : entry().value();
    }

    private Row.Entry entry() {
        Row.Entry here = entry;
        if (here == null) {
            throw new NoSuchElementException();
        }
        return here;
    }
}
