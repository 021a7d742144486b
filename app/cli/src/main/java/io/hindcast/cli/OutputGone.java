package io.hindcast.cli;

/// Nobody takes the results any more: a pipe was closed, or a disk is full.
final class OutputGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputGone(String message, Throwable cause) {
        super(message, cause);
    }
}
