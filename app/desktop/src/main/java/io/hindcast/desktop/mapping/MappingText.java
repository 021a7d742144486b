package io.hindcast.desktop.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A mapping file as lines, of which single ones of its section `[events]`, or of the whole where it has no sections, are
/// read and changed. Everything else, and every comment, stays as the person wrote it.
record MappingText(List<String> lines) {
    private static final String EVENTS = "[events]";

    MappingText {
        lines = List.copyOf(lines);
    }

    static MappingText of(String text) {
        return new MappingText(Arrays.asList(text.split("\\R", -1)));
    }

    String text() {
        return String.join("\n", lines);
    }

    /// What a key of the events is said to be taken from.
    Optional<String> value(String key) {
        OptionalInt line = line(key);
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(line.getAsInt()).split("=", 2)[1].strip());
    }

    /// With another value of a key; blank takes the line away.
    MappingText with(String key, String value) {
        var changed = new ArrayList<>(lines);
        OptionalInt line = line(key);
        if (value.isBlank()) {
            line.ifPresent(changed::remove);
        } else if (line.isPresent()) {
            changed.set(line.getAsInt(), key + " = " + value.strip());
        } else {
            changed.add(begin() + 1, key + " = " + value.strip());
        }
        return new MappingText(changed);
    }

    private OptionalInt line(String key) {
        for (int line = begin() + 1; line < lines.size() && !lines.get(line).strip().startsWith("["); line++) {
            String[] parts = lines.get(line).split("=", 2);
            if (parts.length == 2 && parts[0].strip().equals(key)) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    /// The line of the heading; before the first where there is none, because the mapping of a file needs none.
    private int begin() {
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).strip().equals(EVENTS)) {
                return line;
            }
        }
        return -1;
    }
}
