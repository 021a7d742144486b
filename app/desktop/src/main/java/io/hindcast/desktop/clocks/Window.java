package io.hindcast.desktop.clocks;

import io.hindcast.engine.clocks.ClockPoints;

/// The part of the map that is on screen: days recorded across, days on which events hold upwards. For looking only.
///
/// @param width days from left to right, positive
/// @param height days from bottom to top, positive
record Window(double left, double bottom, double width, double height) {
    private static final double LEAST = 2;
    private static final double MOST = 4_000_000;

    /// Everything, with some air.
    static Window around(ClockPoints points) {
        if (points.size() == 0) {
            return new Window(0, 0, 30, 30);
        }
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = Double.MAX_VALUE;
        double top = -Double.MAX_VALUE;
        for (int i = 0; i < points.size(); i++) {
            left = Math.min(left, points.recordedDay(i));
            right = Math.max(right, points.recordedDay(i));
            bottom = Math.min(bottom, points.effectiveDay(i));
            top = Math.max(top, points.effectiveDay(i) + 1.0);
        }
        double width = Math.max(LEAST, right - left);
        double height = Math.max(LEAST, top - bottom);
        return new Window(left - width * 0.03, bottom - height * 0.04, width * 1.06, height * 1.08);
    }

    double x(double day, double pixels) {
        return (day - left) / width * pixels;
    }

    /// Upwards: later days are higher.
    double y(double day, double pixels) {
        return pixels - (day - bottom) / height * pixels;
    }

    double dayAtX(double x, double pixels) {
        return left + x / pixels * width;
    }

    double dayAtY(double y, double pixels) {
        return bottom + (pixels - y) / pixels * height;
    }

    Window zoomed(double factor, double aboutX, double aboutY) {
        double wide = Math.clamp(width / factor, LEAST, MOST);
        double high = Math.clamp(height / factor, LEAST, MOST);
        return new Window(
                aboutX - (aboutX - left) * (wide / width), aboutY - (aboutY - bottom) * (high / height), wide, high);
    }

    Window panned(double daysRight, double daysUp) {
        return new Window(left + daysRight, bottom + daysUp, width, height);
    }

    Window of(Brush brush) {
        return new Window(brush.left(), brush.bottom(), Math.max(LEAST, brush.right() - brush.left()), Math.max(LEAST, brush.top() - brush.bottom()));
    }
}
