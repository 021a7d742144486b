package io.hindcast.desktop.clocks;

import java.util.Locale;

/// The days that are named below and beside the map, each with a line through it.
record Grid(DayTicks recorded, DayTicks effective) {
    private static final double ACROSS = 96; // pixels between two days that are named
    private static final double UP = 44;

    /// @param width of the map, in logical pixels
    static Grid of(Window window, double width, double height, Locale locale) {
        return new Grid(
                DayTicks.of(window.left(), window.width(), width, ACROSS, locale),
                DayTicks.of(window.bottom(), window.height(), height, UP, locale));
    }
}
