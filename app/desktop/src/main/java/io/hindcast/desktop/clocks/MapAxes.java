package io.hindcast.desktop.clocks;

import java.util.ArrayList;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Days below and beside the map, with their lines.
final class MapAxes extends Pane {
    private static final double ACROSS = 96; // pixels between two days that are named
    private static final double UP = 44;
    private final Locale locale;

    MapAxes(Locale locale) {
        this.locale = locale;
    }

    /// @param room for the days beside the map, in pixels
    void show(Window window, double room, double width, double height) {
        var nodes = new ArrayList<Node>();
        for (DayTicks.Tick tick : DayTicks.of(window.left(), window.width(), width, ACROSS, locale).ticks()) {
            double x = Math.rint(room + window.x((double) tick.day(), width));
            nodes.add(line(x, 0, 1, height));
            nodes.add(label(tick.label(), x + 4, height + 3, -1));
        }
        for (DayTicks.Tick tick : DayTicks.of(window.bottom(), window.height(), height, UP, locale).ticks()) {
            double y = Math.rint(window.y((double) tick.day(), height));
            nodes.add(line(room, y, width, 1));
            if (y >= 18) { // room above the line
                nodes.add(label(tick.label(), 0, y - 16, room - 6));
            }
        }
        getChildren().setAll(nodes);
        setClip(new Rectangle(getWidth(), getHeight()));
    }

    private static Region line(double x, double y, double width, double height) {
        var line = new Region();
        line.getStyleClass().add("clock-grid");
        line.setManaged(false);
        line.resizeRelocate(x, y, width, height);
        return line;
    }

    private Label label(String words, double x, double y, double width) {
        var label = new Label(words);
        label.getStyleClass().setAll("label", "clock-tick");
        label.setManaged(false);
        getChildren().add(label);
        label.applyCss();
        double wide = width < 0 ? Math.ceil(label.prefWidth(-1)) : width;
        label.setAlignment(width < 0 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        label.resizeRelocate(x, y, wide, 18);
        return label;
    }
}
