package io.hindcast.engine.fold;

import java.util.Objects;

/// A rule met an event that it cannot be applied to. The message is a clause for a person, without payload values of
/// text: `/amount is text, a number was expected`.
public final class FoldFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public FoldFailure(String reason) {
        super(reason);
    }

    public String reason() {
        return Objects.requireNonNull(getMessage());
    }
}
