package io.hindcast.desktop.focus;

import io.hindcast.connector.ConnectorException;
import io.hindcast.desktop.work.Work;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The reading of all headers in the background: how far it is, and how to stop and resume it.
public final class Indexing {
    /// How far the index is.
    public enum Phase {
        IDLE,
        RUNNING,
        /// Stopped by the person; what was read stays usable.
        STOPPED,
        COMPLETE,
        FAILED
    }

    private final Work work;
    private final Consumer<Notice> tell;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(-1);
    private Cancellation cancellation = Cancellation.never();

    Indexing(Work work, Consumer<Notice> tell) {
        this.work = work;
        this.tell = tell;
    }

    /// Reads on; also after it was stopped.
    public void start(OpenStore store) {
        cancellation.cancel();
        var mine = new Cancellation();
        cancellation = mine;
        done.set(0);
        total.set(-1);
        phase.set(Phase.RUNNING);
        work.start(() -> read(store, mine));
    }

    public void cancel() {
        cancellation.cancel();
    }

    /// The index has grown after it was complete, because the store is followed.
    void grownTo(long count) {
        if (phase.get() == Phase.COMPLETE) {
            done.set(count);
        }
    }

    private void read(OpenStore store, Cancellation mine) {
        var shown = new AtomicBoolean(true);
        try {
            boolean complete = store.buildIndex((count, all) -> advanced(mine, shown, count, all), mine);
            int size = store.index().size();
            work.show(() -> finish(mine, complete ? Phase.COMPLETE : Phase.STOPPED, size));
            copyBodies(store, mine);
        } catch (RuntimeException failure) {
            int size = store.index().size();
            work.show(() -> fail(mine, failure, size));
        }
    }

    /// Nobody waits for the copy, and without it everything works as well: a failure is no news.
    private static void copyBodies(OpenStore store, Cancellation mine) {
        try {
            store.copyBodies(Progress.SILENT, mine);
        } catch (ConnectorException _) {
            return;
        }
    }

    /// At most one advance waits for the screen.
    private void advanced(Cancellation mine, AtomicBoolean shown, long count, long all) {
        if (shown.compareAndSet(true, false)) {
            work.show(() -> {
                shown.set(true);
                if (mine == cancellation && phase.get() == Phase.RUNNING) {
                    done.set(count);
                    total.set(all);
                }
            });
        }
    }

    private void finish(Cancellation mine, Phase end, long count) {
        if (mine == cancellation) {
            done.set(count);
            phase.set(end);
        }
    }

    private void fail(Cancellation mine, RuntimeException failure, long count) {
        finish(mine, Phase.FAILED, count);
        if (mine == cancellation) {
            tell.accept(Notice.of(failure));
        }
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Headers read so far.
    public ReadOnlyLongProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// Headers in all, -1 while unknown.
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }
}
