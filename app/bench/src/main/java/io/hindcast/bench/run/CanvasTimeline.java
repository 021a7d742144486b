package io.hindcast.bench.run;

import io.hindcast.desktop.timeline.TimelineModel;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Extent;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Lanes;
import io.hindcast.engine.timeline.TileWindow;
import io.hindcast.engine.timeline.TimeScale;
import io.hindcast.engine.timeline.TimelinePyramid;
import io.hindcast.engine.timeline.TimelineTile;
import io.hindcast.engine.timeline.TypeSlots;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;

/// The same events from the same pyramid as most programs would draw them: on a canvas, a rectangle for each bucket that
/// holds something, in the colour of most of its events. Used by the screen's thread.
final class CanvasTimeline extends Canvas {
    private static final double ZOOM = 4;
    private static final double LANE_GAP = 2;

    private final TimelinePyramid pyramid;
    private final Color[] colours = new Color[TypeSlots.COUNT];
    private double at = 0.5 - 0.5 / ZOOM;

    CanvasTimeline(HeaderIndex index) {
        super(Pulses.SIZE, Pulses.SIZE);
        var lanes = new Lanes(LaneGrouping.STREAM.keys(index), TimelineModel.LANES);
        pyramid = new TimelinePyramid(index, lanes, new TypeSlots(index), TimeScale.TIME);
        pyramid.advance();
        for (int slot = 0; slot < colours.length; slot++) {
            colours[slot] = Color.hsb(360.0 * slot / colours.length, 0.6, 0.8);
        }
    }

    /// Moves by a part of what is seen, and draws.
    void pan(double part) {
        at += part / ZOOM;
        Extent extent = pyramid.extent();
        double length = (double) (extent.to() - extent.from() + 1);
        long from = extent.from() + (long) (at * length);
        long to = from + (long) (length / ZOOM);
        int level = TileWindow.levelFor((to - from) / getWidth());
        var window = TileWindow.covering(level, from, to, 0);
        var tiles = pyramid.tiles(window, 0, pyramid.lanes().size()).tiles();
        var pen = getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        double height = getHeight() / tiles.size();
        double scale = getWidth() / (to - from);
        for (int lane = 0; lane < tiles.size(); lane++) {
            TimelineTile tile = tiles.get(lane);
            for (int bucket = 0; bucket < window.length(); bucket++) {
                if (tile.count(bucket) > 0) {
                    pen.setFill(colours[tile.dominant(bucket)]);
                    double left = (window.placeOf(bucket) - from) * scale;
                    double width = (window.placeOf(bucket + 1) - window.placeOf(bucket)) * scale;
                    pen.fillRect(left, lane * height, width, height - LANE_GAP);
                }
            }
        }
    }
}
