package io.hindcast.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Where text goes; a failing write ends the program's answer.
final class Sink {
    private final Appendable out;

    Sink(Appendable out) {
        this.out = out;
    }

    Sink write(CharSequence text) {
        try {
            out.append(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
