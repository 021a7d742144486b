package io.hindcast.fold.javascript;

/// A script made something that cannot be kept in a state. The message is a clause for a person.
final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String reason) {
        super(reason, null, false, false);
    }
}
