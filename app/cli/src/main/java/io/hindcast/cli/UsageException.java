package io.hindcast.cli;

/// The command line cannot be carried out as written; the message is a sentence for the person who typed it.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
