package io.hindcast.engine.state;

/// The short form of nested values in test output and debuggers; [StateText] is what people and files get.
final class Shown {
    /// Deeper parts are left out: this must never exhaust a stack.
    private static final int DEPTH = 100;

    private final StringBuilder text = new StringBuilder();

    private Shown() {}

    static String of(StateValue value) {
        var shown = new Shown();
        shown.add(value, DEPTH);
        return shown.text.toString();
    }

    private void add(StateValue value, int depth) {
        switch (value) {
            case Fields fields -> {
                String gap = "{";
                for (var entry : fields.entries()) {
                    text.append(gap).append(entry.getKey()).append('=');
                    below(entry.getValue(), depth);
                    gap = ", ";
                }
                text.append(fields.size() == 0 ? "{}" : "}");
            }
            case Items items -> {
                String gap = "Items[values=[";
                for (StateValue item : items.values()) {
                    text.append(gap);
                    below(item, depth);
                    gap = ", ";
                }
                text.append(items.size() == 0 ? "Items[values=[]]" : "]]");
            }
            case Absent _, Null _, Bool _, Num _, Text _, Opaque _ -> text.append(value);
        }
    }

    private void below(StateValue value, int depth) {
        if (depth == 0) {
            text.append('…');
        } else {
            add(value, depth - 1);
        }
    }
}
