package io.hindcast.cli;

/// The store stopped answering while it was being read, or somebody stopped the reading: what was printed is partial.
final class StoppedEarly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedEarly(String message) {
        super(message);
    }

    StoppedEarly(String message, Throwable cause) {
        super(message, cause);
    }
}
