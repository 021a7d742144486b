package io.hindcast.engine.timeline;

/// The rule that puts events into lanes: a key for every event, numbered from 0 in order of appearance. Keys are never
/// renumbered; new ones may appear while the index grows. One thread calls [#catchUp()], many may call the rest beside
/// it.
public interface LaneKeys {
    /// Takes note of what the index has learnt since.
    void catchUp();

    /// How many keys are known.
    int count();

    /// The key of an event; of one that came after the last [#catchUp()] a number above all keys may be said.
    int keyOf(int event);

    String label(int key);

    /// How many events each key has; a copy.
    long[] events();
}
