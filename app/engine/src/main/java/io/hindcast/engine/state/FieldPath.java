package io.hindcast.engine.state;

import java.util.ArrayList;
import java.util.List;

/// The way to a value inside a value: a JSON Pointer (RFC 6901). Steps are field names or decimal item numbers.
public record FieldPath(List<String> steps) {
    public static final FieldPath ROOT = new FieldPath(List.of());

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /// Reads a pointer; a missing leading slash is forgiven (`balance` is `/balance`).
    public static FieldPath parse(String pointer) {
        if (pointer.isEmpty() || pointer.equals("/")) {
            return ROOT;
        }
        String body = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        var steps = new ArrayList<String>();
        for (String step : body.split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return new FieldPath(steps);
    }

    public FieldPath child(String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    public FieldPath child(int index) {
        return child(Integer.toString(index));
    }

    /// A path that goes on from here; this very path when that is the root.
    public FieldPath child(FieldPath inside) {
        if (inside.isRoot()) {
            return this;
        }
        var longer = new ArrayList<>(steps);
        longer.addAll(inside.steps);
        return new FieldPath(longer);
    }

    /// The beginning of this path; this very path when it has no more steps.
    ///
    /// @param count how many steps, 0 to as many as there are
    public FieldPath first(int count) {
        return count == steps.size() ? this : new FieldPath(steps.subList(0, count));
    }

    /// The rest of this path, from where its beginning leads to; this very path when nothing is left out.
    ///
    /// @param count how many steps are left out, 0 to as many as there are
    public FieldPath after(int count) {
        return count == 0 ? this : new FieldPath(steps.subList(count, steps.size()));
    }

    /// Whether another path leads to this very place or to something around it.
    public boolean isWithin(FieldPath other) {
        return steps.size() >= other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /// The RFC 6901 text; "" for the root.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String step : steps) {
            text.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
