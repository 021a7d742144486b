package io.hindcast.cli;

import io.hindcast.engine.work.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C as a wish to stop: the verb finishes its answer, says that it is partial, and the program ends with exit code 4,
/// unless the verb says that it is whole.
/// Open one around the long part of a verb and close it when all is printed.
final class Interruption implements AutoCloseable {
    /// Longer is no polite end: a store that does not answer would hold the terminal.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Long enough to say why a verb ended that failed when it was to stop.
    private static final Duration LAST_WORD = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Cancellation cancellation = new Cancellation();
    private final Thread verb = Thread.currentThread();
    private final CountDownLatch printed = new CountDownLatch(1);
    private final Terminal terminal;
    private volatile int code = ExitCode.PARTIAL;
    private final Thread hook = new Thread(this::stop, "interruption");

    Interruption(Terminal terminal) {
        this.terminal = terminal;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /// What the program ends with when it was interrupted.
    void endsWith(int exitCode) {
        code = exitCode;
    }

    private void stop() {
        cancellation.cancel();
        try {
            if (printed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                waitForLastWord();
                Runtime.getRuntime().halt(code);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What a verb failed with is said after it has closed this; then its thread stands before the exit, which is locked.
    private void waitForLastWord() throws InterruptedException {
        long until = System.nanoTime() + LAST_WORD.toNanos();
        while (!verb.join(LOOK) && verb.getState() != Thread.State.BLOCKED && System.nanoTime() < until) {
            // look again
        }
    }

    @Override
    public void close() {
        terminal.out().flush();
        terminal.err().flush();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the program is ending already: the hook waits for this
        }
        printed.countDown();
    }
}
