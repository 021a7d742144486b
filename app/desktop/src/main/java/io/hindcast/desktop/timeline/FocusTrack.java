package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.TimelinePyramid;

/// The events of the focused stream, on their own.
///
/// @param stream ordinal of the stream
/// @param events ordinals of its events in reading order
/// @param pyramid the same events, in one lane
@SuppressWarnings("ArrayRecordComponent") // made once, read only
record FocusTrack(int stream, int[] events, TimelinePyramid pyramid) {
    /// Place of an event in the stream, 0-based, or -1.
    int indexOf(int event) {
        int found = java.util.Arrays.binarySearch(events, event);
        return found < 0 ? -1 : found;
    }
}
