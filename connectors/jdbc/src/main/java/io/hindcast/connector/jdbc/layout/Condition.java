package io.hindcast.connector.jdbc.layout;

import java.util.List;

/// Which rows a rule of a layout means.
public sealed interface Condition {
    /// The value equals a text. An absent value equals nothing.
    record Is(Value value, String text) implements Condition {}

    /// The value is there and is another text.
    record IsNot(Value value, String text) implements Condition {}

    record IsNull(Value value) implements Condition {}

    /// The value contains a text, compared with case.
    record Contains(Value value, String text) implements Condition {}

    /// Two columns hold the same.
    record Same(Value one, Value other) implements Condition {}

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }
}
