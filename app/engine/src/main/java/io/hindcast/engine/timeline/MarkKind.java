package io.hindcast.engine.timeline;

/// What may be marked on a timeline. Marks are counted apart from events, so that aggregation never hides one.
public enum MarkKind {
    /// A snapshot that nobody has tested.
    SNAPSHOT(0),
    FINDING(1),
    BOOKMARK(2),
    PROBLEM(3),
    /// A snapshot that says what the events say.
    VERIFIED(4),
    /// A snapshot about which nothing can be said.
    UNVERIFIABLE(5),
    /// A snapshot that differs from the replay.
    DRIFTED(6),
    /// What somebody wrote beside an event that has changed since, or is gone; painted last, over its neighbours.
    INVALID(7);

    static final int COUNT = values().length;
    private final int place;

    MarkKind(int place) {
        this.place = place;
    }

    /// The place of this kind among all, from 0.
    public int place() {
        return place;
    }
}
