package io.hindcast.desktop.fake;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.work.Work;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The screen's thread of tests without a toolkit: the test's own thread, which takes its turns when it is told to.
public final class Turns {
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Work work = new Work(waiting::add);

    public Focus focus() {
        return new Focus(work);
    }

    /// A focus on the bank, read to its end.
    public Focus onBank() throws InterruptedException {
        Focus focus = focus();
        focus.show(Bank.open());
        settle();
        return focus;
    }

    /// Runs what comes back until something holds.
    public void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Runnable next = waiting.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("what was waited for never came");
            }
            next.run();
        }
    }

    /// Runs what comes back until nothing is asked any more.
    public void settle() throws InterruptedException {
        Runnable next = waiting.poll();
        while (next != null || work.pendingProperty().get() > 0) {
            if (next == null) {
                next = waiting.poll(20, TimeUnit.SECONDS);
                if (next == null) {
                    throw new IllegalStateException("an answer never came");
                }
            }
            next.run();
            next = waiting.poll();
        }
    }
}
