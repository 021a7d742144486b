package io.hindcast.connector.jdbc.layout;

import io.hindcast.event.PayloadShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The lines between two headings of a layout file. Remembers which lines were asked for, so that a misspelt key is
/// an error and not silence.
final class Section {
    private final String file;
    private final String dialect;
    private final int line;
    private final String name;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /// @param dialect the dialect that the line is for, "" for all
    private record Entry(int line, String key, String dialect, String value) {}

    Section(String file, String dialect, int line, String name) {
        this.file = file;
        this.dialect = dialect;
        this.line = line;
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(int line, String key, String value) {
        int mark = key.indexOf('@');
        entries.add(
                mark < 0
                        ? new Entry(line, key, "", value)
                        : new Entry(line, key.substring(0, mark), key.substring(mark + 1), value));
    }

    Optional<String> text(String key) {
        return entry(key).map(Entry::value);
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    List<String> words(String key) {
        return text(key).map(value -> Arrays.asList(value.split("[\\s,]+"))).orElse(List.of());
    }

    Optional<Value> value(String key) {
        return entry(key).map(entry -> new Scanner(file, entry.line(), entry.value()).onlyValue());
    }

    Value required(String key) {
        return value(key).orElseThrow(() -> missing(key));
    }

    Optional<Value> time(String key) {
        var value = value(key);
        if (value.isPresent() && value.get().timeForm().isEmpty()) {
            throw trouble(key, "must end in a time step, such as | time instant");
        }
        return value;
    }

    /// A text with columns in it, spaces included.
    Optional<Value> sentence(String key) {
        return entry(key).map(entry -> new Scanner(file, entry.line(), entry.value()).sentence());
    }

    List<Value> values(String key) {
        return entry(key)
                .map(entry -> new Scanner(file, entry.line(), entry.value()).values())
                .orElse(List.of());
    }

    /// Several lines with this key: one of them is enough.
    Optional<Condition> condition(String key) {
        known.add(key);
        var any = entries.stream()
                .filter(entry -> entry.key().equals(key) && isForDialect(entry))
                .map(entry -> new Scanner(file, entry.line(), entry.value()).condition())
                .toList();
        return switch (any.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(any.getFirst());
            default -> Optional.of(new Condition.Any(any));
        };
    }

    boolean flag(String key) {
        return switch (text(key).orElse("no")) {
            case "yes" -> true;
            case "no" -> false;
            case String other -> throw trouble(key, "is yes or no, not '" + other + "'");
        };
    }

    PayloadShape shape(String key) {
        return new PayloadShape(
                text(key + "-format").orElse(PayloadShape.Formats.JSON),
                text(key + "-root").orElse(""),
                words(key + "-without"));
    }

    void refuseUnknownKeys() {
        for (var entry : entries) {
            if (!known.contains(entry.key())) {
                throw new LayoutException(file, entry.line(), "'" + entry.key() + "' has no meaning in [" + name + "]");
            }
        }
    }

    LayoutException trouble(String key, String message) {
        int where = entry(key).map(Entry::line).orElse(line);
        return new LayoutException(file, where, "'" + key + "' " + message);
    }

    private LayoutException missing(String key) {
        return new LayoutException(file, line, "[" + name + "] needs a line '" + key + " = …'");
    }

    private Optional<Entry> entry(String key) {
        known.add(key);
        var own = entries.stream()
                .filter(entry -> entry.key().equals(key) && entry.dialect().equals(dialect))
                .findFirst();
        return own.isPresent()
                ? own
                : entries.stream()
                        .filter(entry ->
                                entry.key().equals(key) && entry.dialect().isEmpty())
                        .findFirst();
    }

    private boolean isForDialect(Entry entry) {
        return entry.dialect().isEmpty() || entry.dialect().equals(dialect);
    }
}
