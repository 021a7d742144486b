package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import javafx.animation.AnimationTimer;

/// Waits until the window shows everything that was asked of it: nothing is being read, folded or laid out any more.
/// It watches the state, pulse by pulse; it knows no time.
public final class Settled extends AnimationTimer {
    /// Panes ask for what they show while they are laid out, so some quiet pulses must follow one another.
    private static final int QUIET_PULSES = 8;
    private final Focus focus;
    private final Runnable then;
    private int quiet;

    public Settled(Focus focus, Runnable then) {
        this.focus = focus;
        this.then = then;
    }

    @Override
    public void handle(long now) {
        boolean busy = focus.work().pendingProperty().get() > 0
                || focus.indexing().phaseProperty().get() == Indexing.Phase.RUNNING;
        quiet = busy ? 0 : quiet + 1;
        if (quiet >= QUIET_PULSES) {
            stop();
            then.run();
        }
    }
}
