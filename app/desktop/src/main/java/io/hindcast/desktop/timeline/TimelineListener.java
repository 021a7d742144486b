package io.hindcast.desktop.timeline;

import java.time.Instant;

/// What a person does on the timeline that concerns the rest of the window. Called on the screen's thread.
public interface TimelineListener {
    /// Listens to nothing.
    TimelineListener SILENT = new TimelineListener() {
        @Override
        public void picked(int event) {}

        @Override
        public void scrubbedTo(Instant instant) {}

        @Override
        public void scrubbedTo(int event) {}
    };

    /// An event was chosen, by its ordinal in the index.
    void picked(int event);

    /// The playhead was moved to a moment, on the scale of time.
    void scrubbedTo(Instant instant);

    /// The playhead was moved to an event, on the scale of the index.
    void scrubbedTo(int event);
}
