package io.hindcast.desktop.work;

import io.hindcast.engine.work.Latest;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Where work is asked for and where its answers come back to. Used from the screen's thread only; the work itself runs
/// on virtual threads.
public final class Work {
    private final Executor screen;
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper(0);

    /// @param screen runs a task on the screen's thread: `Platform::runLater`
    public Work(Executor screen) {
        this.screen = screen;
    }

    /// How many questions wait for their answer. At 0 every pane shows what the focus says.
    public ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// Runs something later on the screen's thread.
    public void show(Runnable task) {
        screen.execute(task);
    }

    /// A line of questions of which only the newest is answered.
    public <Q, A> Asking<Q, A> asking(
            Latest.Answering<Q, A> answering, Consumer<A> onAnswer, Consumer<Throwable> onFailure) {
        return new Asking<>(this, answering, onAnswer, onFailure);
    }

    /// Starts a long task of its own; the task shows its end through [#show(Runnable)].
    public void start(Runnable task) {
        begin();
        Thread.ofVirtual().start(() -> {
            try {
                task.run();
            } finally {
                show(this::end);
            }
        });
    }

    /// Starts a task that goes on until it is told to stop; nobody waits for its end.
    public void keepDoing(Runnable task) {
        Thread.ofVirtual().start(task);
    }

    void begin() {
        pending.set(pending.get() + 1);
    }

    void end() {
        pending.set(pending.get() - 1);
    }
}
