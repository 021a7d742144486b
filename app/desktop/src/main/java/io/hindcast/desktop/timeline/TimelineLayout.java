package io.hindcast.desktop.timeline;

/// Where things stand in the view, in logical pixels. The plot is everything right of the labels.
///
/// @param width of the view
/// @param height of the view
/// @param hasFocus whether the lane of the focused stream is shown
/// @param lanes how many other lanes there are
/// @param scrolled pixels by which the lanes are scrolled
record TimelineLayout(double width, double height, boolean hasFocus, int lanes, double scrolled) {
    static final double AXIS = 40;
    private static final double ROOMY = 330; // less high than this: everything but the lanes gives way
    private static final double LOWEST = 26;
    private static final double HIGHEST = 46;

    static final int NO_LANE = -1;
    static final int FOCUS_LANE = -2;

    private boolean isRoomy() {
        return height >= ROOMY;
    }

    /// Width of the names beside the plot.
    double labels() {
        return Math.clamp(Math.round(width * 0.22), 150, 210);
    }

    /// Height of the strip of the whole history.
    double overview() {
        return isRoomy() ? 46 : 32;
    }

    /// Where the dots of the focused stream stand in its lane.
    double baseline() {
        return focusHeight() - (isRoomy() ? 20 : 15);
    }

    double plotWidth() {
        return Math.max(1, width - labels());
    }

    double lanesTop() {
        return overview() + AXIS;
    }

    /// Height of focus lane and lanes together.
    double plotHeight() {
        return Math.max(1, height - lanesTop());
    }

    double focusHeight() {
        return hasFocus ? (isRoomy() ? 72 : 58) : 0;
    }

    /// All lanes share the room, within what is readable.
    double laneHeight() {
        double room = plotHeight() - focusHeight();
        return lanes == 0 ? HIGHEST : Math.clamp(Math.floor(room / lanes), LOWEST, HIGHEST);
    }

    /// How far the lanes can be scrolled.
    double scrollable() {
        return Math.max(0, lanes * laneHeight() - (plotHeight() - focusHeight()));
    }

    TimelineLayout scrolledTo(double to) {
        return new TimelineLayout(width, height, hasFocus, lanes, Math.clamp(to, 0, scrollable()));
    }

    /// Top of a lane in the plot; may be outside of it.
    double top(int lane) {
        return focusHeight() + lane * laneHeight() - scrolled;
    }

    /// The first lane that is at least partly on screen.
    int firstLane() {
        return Math.max(0, (int) (scrolled / laneHeight()));
    }

    /// The first lane below the screen.
    int lastLane() {
        double room = plotHeight() - focusHeight();
        return (int) Math.min(lanes, Math.ceil((scrolled + room) / laneHeight()));
    }

    /// The lane at a height of the plot, [#FOCUS_LANE] or [#NO_LANE].
    int laneAt(double y) {
        if (y < 0 || y >= plotHeight()) {
            return NO_LANE;
        }
        if (y < focusHeight()) {
            return FOCUS_LANE;
        }
        int lane = (int) ((y - focusHeight() + scrolled) / laneHeight());
        return lane < lanes ? lane : NO_LANE;
    }
}
