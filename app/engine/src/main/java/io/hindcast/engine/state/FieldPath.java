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
