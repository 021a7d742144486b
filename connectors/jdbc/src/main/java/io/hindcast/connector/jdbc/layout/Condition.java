package io.hindcast.connector.jdbc.layout;

import java.util.List;
import java.util.stream.Stream;

/// Which rows a rule of a layout means.
public sealed interface Condition {
    /// The columns that it speaks of, in the order in which they stand.
    default Stream<Piece.Column> columns() {
        return switch (this) {
            case Is(var value, var _) -> value.columns();
            case IsNot(var value, var _) -> value.columns();
            case IsNull(var value) -> value.columns();
            case Contains(var value, var _) -> value.columns();
            case Same(var one, var other) -> Stream.concat(one.columns(), other.columns());
            case Differs(var one, var other) -> Stream.concat(one.columns(), other.columns());
            case All(var parts) -> parts.stream().flatMap(Condition::columns);
            case Any(var parts) -> parts.stream().flatMap(Condition::columns);
        };
    }

    /// The value equals a text. An absent value equals nothing.
    record Is(Value value, String text) implements Condition {}

    /// The value is there and is another text.
    record IsNot(Value value, String text) implements Condition {}

    record IsNull(Value value) implements Condition {}

    /// The value contains a text, compared with case.
    record Contains(Value value, String text) implements Condition {}

    /// Two columns hold the same.
    record Same(Value one, Value other) implements Condition {}

    /// Two columns hold something, and not the same.
    record Differs(Value one, Value other) implements Condition {}

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
