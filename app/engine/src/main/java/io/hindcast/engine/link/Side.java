package io.hindcast.engine.link;

import java.util.Locale;

/// What the window shows of the focused stream, over the event.
public enum Side {
    STATE,
    COMPARE,
    FIELD;

    /// As it stands in a link.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
