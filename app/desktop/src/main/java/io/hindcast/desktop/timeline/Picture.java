package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.TimeScale;
import io.hindcast.engine.timeline.TileWindow;
import java.util.Optional;

/// Everything one painting of the lanes depends on.
///
/// @param data the counts, absent while nothing is there
/// @param scale device pixels a logical pixel
record Picture(
        Optional<TimelineData> data,
        Viewport viewport,
        TimelineLayout layout,
        TimelinePalette palette,
        Ticks ticks,
        double scale) {
    private static final double BUCKET = 3; // least logical pixels of a bucket; twice that at most
    private static final int PADDING = 4;

    /// Device pixel of a place in the plot.
    double xOf(double place) {
        return viewport.xOf(place, layout.plotWidth()) * scale;
    }

    /// Device pixel of the place of a bucket.
    double xOf(long place) {
        return xOf((double) place);
    }

    /// Device pixels of a logical length.
    int px(double logical) {
        return (int) Math.round(logical * scale);
    }

    /// The buckets to be painted: on the level that makes them just wide enough.
    TileWindow window() {
        double placesPerBucket = viewport.span() / layout.plotWidth() * BUCKET;
        int level = TileWindow.levelFor(placesPerBucket);
        long from = (long) Math.floor(viewport.from());
        long to = (long) Math.ceil(viewport.to());
        return TileWindow.covering(level, from, to + 1, PADDING);
    }

    /// Where in its bucket or at its ordinal an event is painted: in the middle of its ordinal.
    static double middle(TimeScale scale) {
        return Places.isOfTime(scale) ? 0 : 0.5;
    }
}
