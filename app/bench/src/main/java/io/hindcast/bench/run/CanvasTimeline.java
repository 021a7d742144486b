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

/// The same events as most programs would draw them: on a canvas, a rectangle for each bucket of the same pyramid that holds
/// something, in the colour of most of its events; or a line for each event. Used by the screen's thread.
final class CanvasTimeline extends Canvas {
    private static final double ZOOM = 4;
    private static final double LANE_GAP = 2;

    private final HeaderIndex index;
    private final TimelinePyramid pyramid;
    private final Extent extent;
    private final Color[] colours = new Color[TypeSlots.COUNT];
    private double at = 0.5 - 0.5 / ZOOM;

    CanvasTimeline(HeaderIndex index) {
        super(Pulses.screenful().width(), Pulses.screenful().height());
        this.index = index;
        var lanes = new Lanes(LaneGrouping.STREAM.keys(index), TimelineModel.LANES);
        pyramid = new TimelinePyramid(index, lanes, new TypeSlots(index), TimeScale.TIME);
        pyramid.advance();
        extent = pyramid.extent();
        for (int slot = 0; slot < colours.length; slot++) {
            colours[slot] = Color.hsb(360.0 * slot / colours.length, 0.6, 0.8);
        }
    }

    /// Moves by a part of what is seen, and draws rectangles.
    void pan(double part) {
        at += part / ZOOM;
        int level = TileWindow.levelFor(length() / getWidth());
        var window = TileWindow.covering(level, from(), from() + (long) length(), 0);
        var tiles = pyramid.tiles(window, 0, pyramid.lanes().size()).tiles();
        var pen = getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        double height = getHeight() / tiles.size();
        for (int lane = 0; lane < tiles.size(); lane++) {
            TimelineTile tile = tiles.get(lane);
            for (int bucket = 0; bucket < window.length(); bucket++) {
                if (tile.count(bucket) > 0) {
                    pen.setFill(colours[tile.dominant(bucket)]);
                    double left = x(window.placeOf(bucket));
                    pen.fillRect(left, lane * height, x(window.placeOf(bucket + 1)) - left, height - LANE_GAP);
                }
            }
        }
    }

    /// Moves by a part of what is seen, and draws a line for each event that is seen.
    void panLines(double part) {
        at += part / ZOOM;
        var pen = getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        double height = getHeight() / pyramid.lanes().size();
        for (int event = 0; event < index.size(); event++) {
            double x = x(index.micros(event));
            if (x >= 0 && x < getWidth()) {
                double top = pyramid.lanes().laneOf(event) * height;
                pen.setStroke(colours[pyramid.slots().slotOf(index.type(event))]);
                pen.strokeLine(x, top, x, top + height - LANE_GAP);
            }
        }
    }

    private double x(long place) {
        return (place - from()) * getWidth() / length();
    }

    private long from() {
        return extent.from() + (long) (at * ZOOM * length());
    }

    /// Of what is seen.
    private double length() {
        return (extent.to() - extent.from() + 1) / ZOOM;
    }
}
