package io.hindcast.desktop.timeline;

/// Told when the model changes, by how much there is to be drawn anew.
interface TimelineChanges {
    /// The window moved: lanes and axis.
    void viewMoved();

    /// Events, lanes, zone or marks changed: everything.
    void dataChanged();

    /// The focus or the playhead moved: overlays only.
    void focusMoved();
}
