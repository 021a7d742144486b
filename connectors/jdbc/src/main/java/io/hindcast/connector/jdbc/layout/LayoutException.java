package io.hindcast.connector.jdbc.layout;

/// A layout file says something that cannot be understood; the message names file, line and what was expected.
public final class LayoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LayoutException(String file, int line, String message) {
        super("%s, line %d: %s".formatted(file, line, message));
    }

    /// The sentence for the person who wrote the file.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
