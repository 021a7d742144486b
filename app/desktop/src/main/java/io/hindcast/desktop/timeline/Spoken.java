package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Break;
import io.hindcast.engine.timeline.TimeScale;
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
        String window = words.text("timeline.accessible.window", clock.rough(shown.from()), clock.rough(shown.to()));
        long folded = folded(shown);
        return folded == 0 ? window : words.text("timeline.accessible.folded", window, clock.length(folded));
    }

    /// Microseconds that are folded within the window.
    private long folded(Viewport shown) {
        return model.scale() instanceof TimeScale.OfTime time
                ? time.breaksWithin((long) Math.floor(shown.from()), (long) Math.ceil(shown.to())).stream()
                        .mapToLong(Break::length)
                        .sum()
                : 0;
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
