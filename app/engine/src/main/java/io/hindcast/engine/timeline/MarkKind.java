package io.hindcast.engine.timeline;

/// What may be marked on a timeline. Marks are counted apart from events, so that aggregation never hides one.
public enum MarkKind {
    SNAPSHOT,
    FINDING,
    BOOKMARK,
    PROBLEM;

    static final int COUNT = values().length;
}
