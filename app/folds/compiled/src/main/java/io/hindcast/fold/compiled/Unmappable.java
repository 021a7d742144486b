package io.hindcast.fold.compiled;

/// A value and a Java type do not fit. The message is a clause for a person, without values.
final class Unmappable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unmappable(String reason) {
        super(reason, null, false, false);
    }
}
