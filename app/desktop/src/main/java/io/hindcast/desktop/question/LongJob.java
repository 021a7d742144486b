package io.hindcast.desktop.question;

import io.hindcast.desktop.work.Work;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// One long job at a time, with progress and a way to stop it. Starting another stops the one before and drops its
/// answer; stopping lets it come to its end and answer with what it has. Used from the screen's thread only.
public final class LongJob {
    private final Work work;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(-1);
    private Cancellation current = Cancellation.never();

    /// What is done away from the screen's thread.
    @FunctionalInterface
    public interface Task<A> {
        A run(Progress progress, Cancellation cancellation);
    }

    public LongJob(Work work) {
        this.work = work;
    }

    public <A> void start(Task<A> task, Consumer<A> onAnswer, Consumer<Throwable> onFailure) {
        current.cancel();
        var mine = new Cancellation();
        current = mine;
        done.set(0);
        total.set(-1);
        running.set(true);
        work.start(() -> {
            try {
                var shown = new AtomicBoolean(true);
                A answer = task.run((count, all) -> advanced(mine, shown, count, all), mine);
                work.show(() -> end(mine, () -> onAnswer.accept(answer)));
            } catch (RuntimeException | StackOverflowError failure) {
                work.show(() -> end(mine, () -> onFailure.accept(failure)));
            }
        });
    }

    /// At most one advance waits for the screen.
    private void advanced(Cancellation mine, AtomicBoolean shown, long count, long all) {
        if (shown.compareAndSet(true, false)) {
            work.show(() -> {
                shown.set(true);
                if (mine == current && running.get()) {
                    done.set(count);
                    total.set(all);
                }
            });
        }
    }

    private void end(Cancellation mine, Runnable tell) {
        if (mine == current) {
            running.set(false);
            tell.run();
        }
    }

    /// Asks the job to stop; it answers with what it has.
    public void stop() {
        current.cancel();
    }

    /// Stops the job and drops its answer.
    public void drop() {
        current.cancel();
        current = Cancellation.never();
        running.set(false);
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Events that are through.
    public ReadOnlyLongProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// How many there are, -1 while unknown.
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }
}
