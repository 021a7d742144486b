package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is wrong with one row, value by value; the rest of the row is given all the same.
final class Troubles {
    private List<String> reasons = List.of();

    /// How a value is worked out.
    @FunctionalInterface
    interface Source<T> {
        @Nullable
        T value() throws SQLException;
    }

    /// The value, or null when it is not there or cannot be read; the latter is noted.
    <T> @Nullable T value(String what, Source<T> source) throws SQLException {
        try {
            return source.value();
        } catch (UnreadableValue unreadable) {
            add("the " + what + " " + unreadable.reason());
            return null;
        }
    }

    /// As [#value], but noted when it is not there as well.
    <T> @Nullable T required(String what, Source<T> source) throws SQLException {
        int before = reasons.size();
        T value = value(what, source);
        if (value == null && reasons.size() == before) {
            add("no " + what);
        }
        return value;
    }

    /// As [#required(String, Source)], unless it may be missing.
    <T> @Nullable T required(String what, Source<T> source, boolean optional) throws SQLException {
        return optional ? value(what, source) : required(what, source);
    }

    /// The text, "" when there is none.
    String orElse(String what, Source<String> source, @Nullable String reason) throws SQLException {
        int before = reasons.size();
        String text = value(what, source);
        if (text == null && reason != null && reasons.size() == before) {
            add(reason);
        }
        return text == null ? "" : text;
    }

    void add(String reason) {
        if (reasons.isEmpty()) {
            reasons = new ArrayList<>(2);
        }
        reasons.add(reason);
    }

    void forEach(Consumer<String> consumer) {
        reasons.forEach(consumer);
    }

    String joined() {
        return String.join("; ", reasons);
    }
}
