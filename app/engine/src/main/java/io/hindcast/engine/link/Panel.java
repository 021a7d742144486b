package io.hindcast.engine.link;

import java.util.Locale;

/// What the middle of the window shows.
public enum Panel {
    HISTORY,
    DRAFT,
    CLOCKS,
    STATES,
    ROLLFORWARD,
    FIND,
    SNAPSHOTS,
    INTEGRITY,
    MARKS;

    /// As it stands in a link.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
