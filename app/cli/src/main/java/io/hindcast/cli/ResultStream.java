package io.hindcast.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/// Where results go. When nobody takes them any more the verb is ended, so that nobody waits for what nobody reads; what is
/// written after that goes nowhere.
public final class ResultStream extends FilterOutputStream {
    private boolean gone;

    public ResultStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) {
        unlessGone(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        unlessGone(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        unlessGone(out::flush);
    }

    @Override
    public void close() {
        unlessGone(out::close);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void unlessGone(Writing writing) {
        if (gone) {
            return;
        }
        try {
            writing.run();
        } catch (IOException failure) {
            gone = true;
            throw new OutputGone(sentence(Optional.ofNullable(failure.getMessage()).orElse("")), failure);
        }
    }

    /// Whoever closed a pipe has seen enough, and wants to hear nothing.
    private static String sentence(String reason) {
        return reason.toLowerCase(Locale.ROOT).contains("pipe") ? "" : "The output cannot be written (%s): what was printed is partial.".formatted(reason);
    }
}
