package io.hindcast.cli;

import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;

/// Reads the headers of a store before a verb that needs all of them.
final class Indexing {
    private Indexing() {}

    /// @throws StoppedEarly when the store stops answering in the middle
    static void run(OpenStore store, Terminal terminal) {
        run(store, terminal, Cancellation.never());
    }

    /// For a verb that prints what is counted: Ctrl-C ends it before it has printed anything.
    ///
    /// @throws StoppedEarly when the store stops answering in the middle, or somebody stops it
    static void runToEnd(OpenStore store, Terminal terminal) {
        try (var interruption = new Interruption(terminal)) {
            if (!run(store, terminal, interruption.cancellation())) {
                throw new StoppedEarly("Stopped after %,d events were counted: nothing was printed.".formatted(store.index().size()));
            }
        }
    }

    /// @return whether all headers were read
    /// @throws StoppedEarly when the store stops answering in the middle
    static boolean run(OpenStore store, Terminal terminal, Cancellation cancellation) {
        try {
            boolean complete = store.buildIndex(progress(terminal), cancellation);
            clear(terminal);
            return complete;
        } catch (ConnectorException failure) {
            throw new StoppedEarly(
                    "Reading stopped after %,d events: %s".formatted(store.index().size(), failure.sentence()), failure);
        }
    }

    /// Counts on the terminal, where a person looks; silent elsewhere.
    static Progress progress(Terminal terminal) {
        if (!terminal.isInteractive()) {
            return Progress.SILENT;
        }
        return (done, total) -> {
            String of = total < 0 ? "" : " of %,d".formatted(total);
            terminal.err().print("\r%,d%s ".formatted(done, of));
            terminal.err().flush();
        };
    }

    static void clear(Terminal terminal) {
        if (terminal.isInteractive()) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
