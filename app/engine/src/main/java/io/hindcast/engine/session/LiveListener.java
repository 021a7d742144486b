package io.hindcast.engine.session;

/// Hears how far a store that is followed has come. Called from the thread that follows; must return quickly.
public interface LiveListener {
    /// Whether events are to be counted only, for now, and not taken.
    default boolean isPaused() {
        return false;
    }

    /// After every look at the store.
    void reached(LiveState state);
}
