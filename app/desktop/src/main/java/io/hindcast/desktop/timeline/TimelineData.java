package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.timeline.Extent;
import io.hindcast.engine.timeline.FittedScale;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.TimelinePyramid;
import java.time.ZoneId;
import java.util.Optional;

/// What was prepared in the background for painting.
///
/// @param index where everything comes from
/// @param grouping what the lanes stand for
/// @param axis what the axis means
/// @param zone whose days and nights the axis knows
/// @param fitted the scale, and how far it fits events to come
/// @param size index size when this was prepared
/// @param pyramid all events by lane
/// @param laneSize index size when the lanes were chosen
/// @param extent where the events are
/// @param focus the focused stream, if there is one
record TimelineData(
        HeaderIndex index,
        LaneGrouping grouping,
        Axis axis,
        ZoneId zone,
        FittedScale fitted,
        int size,
        TimelinePyramid pyramid,
        int laneSize,
        Extent extent,
        Optional<FocusTrack> focus) {

    /// Events that have no place on the scale.
    long placeless() {
        long placeless = 0;
        for (int lane = 0; lane < pyramid.lanes().size(); lane++) {
            placeless += pyramid.placeless(lane);
        }
        return placeless;
    }

    /// Lanes to be shown: the one of the others only if it holds something.
    int laneCount() {
        int others = pyramid.lanes().others();
        return pyramid.count(others) > 0 ? others + 1 : others;
    }
}
