package io.hindcast.fold.compiled;

import java.util.Objects;

/// A jar cannot be used as a fold. The message is a sentence for a person.
final class BrokenJar extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenJar(String reason) {
        super(reason);
    }

    String reason() {
        return Objects.requireNonNull(getMessage());
    }
}
