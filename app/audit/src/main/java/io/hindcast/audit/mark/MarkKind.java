package io.hindcast.audit.mark;

import java.util.Locale;
import java.util.Optional;

/// The four kinds of marks.
public enum MarkKind {
    /// A place to come back to.
    BOOKMARK,
    /// What somebody thinks about it.
    NOTE,
    /// A symbol of the legend that says what was done.
    TICK,
    /// Something that is not as it should be.
    FINDING;

    /// `bookmark`, `note`, `tick`, `finding`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MarkKind> named(String word) {
        for (MarkKind kind : values()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
