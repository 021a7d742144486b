package io.hindcast.engine.work;

import java.util.concurrent.atomic.AtomicBoolean;

/// A wish to stop. Long calls look at it about once a page and return what they have, marked as partial.
public final class Cancellation {
    private final AtomicBoolean wished = new AtomicBoolean();

    /// One that nobody will ever ask for.
    public static Cancellation never() {
        return new Cancellation();
    }

    public void cancel() {
        wished.set(true);
    }

    public boolean isCancelled() {
        return wished.get() || Thread.currentThread().isInterrupted();
    }
}
