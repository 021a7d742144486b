package io.hindcast.desktop.value;

/// A piece of a line and what it is.
public record Token(Kind kind, String text) {
    /// The style class is `token-` and the name in lower case.
    public enum Kind {
        KEY,
        TEXT,
        NUMBER,
        WORD,
        MARK,
        NOTE,
        /// Stands in place of a value that is masked.
        MASK
    }

    public String styleClass() {
        return switch (kind) {
            case KEY -> "token-key";
            case TEXT -> "token-text";
            case NUMBER -> "token-number";
            case WORD -> "token-word";
            case MARK -> "token-mark";
            case NOTE -> "token-note";
            case MASK -> "token-mask";
        };
    }
}
