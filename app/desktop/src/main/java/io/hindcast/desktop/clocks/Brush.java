package io.hindcast.desktop.clocks;

import io.hindcast.engine.clocks.ClockPoints;

/// A chosen part of the map, in days; the right and the upper end do not belong to it.
record Brush(double left, double right, double bottom, double top) {
    static final Brush EVERYTHING = new Brush(
            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean holds(ClockPoints points, int point) {
        double middle = points.effectiveDay(point) + 0.5;
        double day = points.recordedDay(point);
        return day >= left && day < right && middle >= bottom && middle < top;
    }

    boolean isEverything() {
        return equals(EVERYTHING);
    }
}
