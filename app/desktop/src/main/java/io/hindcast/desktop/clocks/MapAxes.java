package io.hindcast.desktop.clocks;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// Days below and beside the map. Their lines belong to the painting, behind its points.
final class MapAxes extends Pane {
    /// @param room for the days beside the map, in pixels
    void show(Grid grid, Window window, double room, double width, double height) {
        getChildren().clear();
        for (DayTicks.Tick tick : grid.recorded().ticks()) {
            label(tick.label(), Math.rint(room + window.x((double) tick.day(), width)) + 4, height + 3, -1);
        }
        for (DayTicks.Tick tick : grid.effective().ticks()) {
            double y = Math.rint(window.y((double) tick.day(), height));
            if (y >= 18) { // room above the line
                label(tick.label(), 0, y - 16, room - 6);
            }
        }
        setClip(new Rectangle(getWidth(), getHeight()));
    }

    private void label(String words, double x, double y, double width) {
        var label = new Label(words);
        label.getStyleClass().setAll("label", "clock-tick");
        label.setManaged(false);
        getChildren().add(label);
        label.applyCss();
        double wide = width < 0 ? Math.ceil(label.prefWidth(-1)) : width;
        label.setAlignment(width < 0 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        label.resizeRelocate(x, y, wide, 18);
    }
}
