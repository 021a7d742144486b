package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.Optional;

/// What a screen reader says of the timeline: the event that is looked at, or the window.
///
/// @param clock says times as the axis does
record Spoken(TimelineModel model, Words words, AxisClock clock) {
    String text(TimelineData data) {
        Optional<FocusTrack> track = data.focus();
        if (track.isPresent() && model.focusedEvent().isPresent()) {
            int event = model.focusedEvent().getAsInt();
            int place = track.get().indexOf(event);
            if (place >= 0) {
                return event(data.index(), track.get(), event, place);
            }
        }
        Viewport shown = model.viewport();
        return words.text("timeline.accessible.window", clock.rough(shown.from()), clock.rough(shown.to()));
    }

    private String event(HeaderIndex index, FocusTrack track, int event, int place) {
        return words.text(
                "timeline.accessible.event",
                place + 1,
                track.events().length,
                model.called(index.streamEntry(track.stream()).name()),
                index.typeNames().get(index.type(event)),
                clock.exact(index.micros(event), event));
    }
}
