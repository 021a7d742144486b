package io.hindcast.desktop.focus;

import io.hindcast.desktop.work.Work;
import io.hindcast.engine.session.LiveListener;
import io.hindcast.engine.session.LiveState;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Following the store in the background: whether, how far, and how to pause it. Used from the screen's thread only.
public final class Live {
    /// Whether new events come in.
    public enum Phase {
        OFF,
        RUNNING,
        /// New events are counted, and not taken.
        PAUSED
    }

    private final Work work;
    private final Consumer<OpenStore> grown;
    private final Consumer<Notice> tell;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OFF);
    private final ReadOnlyObjectWrapper<LiveState> state = new ReadOnlyObjectWrapper<>(LiveState.BEGIN);
    private Run run = new Run();

    /// One time of following.
    private static final class Run {
        private final Cancellation cancellation = new Cancellation();
        private final AtomicBoolean paused = new AtomicBoolean();
        private final AtomicBoolean shown = new AtomicBoolean(true);
    }

    /// @param grown told when the store may have grown
    Live(Work work, Consumer<OpenStore> grown, Consumer<Notice> tell) {
        this.work = work;
        this.grown = grown;
        this.tell = tell;
    }

    /// Begins to follow a store whose index is built.
    public void start(OpenStore store) {
        stop();
        var mine = new Run();
        run = mine;
        state.set(LiveState.BEGIN);
        phase.set(Phase.RUNNING);
        work.keepDoing(() -> follow(store, mine));
    }

    /// What has come so far stays.
    public void stop() {
        run.cancellation.cancel();
        phase.set(Phase.OFF);
    }

    public void pause() {
        if (phase.get() == Phase.RUNNING) {
            run.paused.set(true);
            phase.set(Phase.PAUSED);
        }
    }

    public void resume() {
        if (phase.get() == Phase.PAUSED) {
            run.paused.set(false);
            phase.set(Phase.RUNNING);
        }
    }

    private void follow(OpenStore store, Run mine) {
        try {
            store.follow(listener(store, mine), mine.cancellation);
        } catch (RuntimeException failure) {
            work.show(() -> fail(mine, failure));
        }
    }

    private LiveListener listener(OpenStore store, Run mine) {
        return new LiveListener() {
            private volatile LiveState newest = LiveState.BEGIN;

            @Override
            public boolean isPaused() {
                return mine.paused.get();
            }

            // At most one state waits for the screen.
            @Override
            public void reached(LiveState now) {
                newest = now;
                if (mine.shown.compareAndSet(true, false)) {
                    work.show(() -> {
                        mine.shown.set(true);
                        arrive(store, mine, newest);
                    });
                }
            }
        };
    }

    private void arrive(OpenStore store, Run mine, LiveState now) {
        if (mine == run && phase.get() != Phase.OFF) {
            state.set(now);
            grown.accept(store);
        }
    }

    private void fail(Run mine, RuntimeException failure) {
        if (mine == run) {
            stop();
            tell.accept(Notice.of(failure));
        }
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// How far following has come since it began.
    public ReadOnlyObjectProperty<LiveState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
