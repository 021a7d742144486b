package io.hindcast.desktop.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/// The small plate beside the pointer that says what lies under it.
final class Bubble extends VBox {
    private static final double AWAY = 14;
    private final Label title = new Label();
    private final Label count = new Label();

    Bubble() {
        getStyleClass().add("timeline-bubble");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        title.getStyleClass().add("title");
        count.getStyleClass().add("count");
    }

    /// Shows a reading beside a point, inside of a width and height.
    void show(Reading reading, TimelinePalette palette, double x, double y, Region within) {
        title.setText(reading.title());
        count.setText(reading.count());
        var lines = new ArrayList<Label>(List.of(title, count));
        for (Reading.Line line : reading.types()) {
            lines.add(new Label(line.text(), dot(palette.type(line.slot()))));
        }
        for (String mark : reading.marks()) {
            var label = new Label(mark);
            label.getStyleClass().add("mark");
            lines.add(label);
        }
        getChildren().setAll(lines);
        setVisible(true);
        applyCss();
        autosize();
        boolean roomRight = x + AWAY + getWidth() < within.getWidth();
        double left = roomRight ? x + AWAY : x - AWAY - getWidth();
        double top = Math.clamp(y + AWAY, 0, Math.max(0, within.getHeight() - getHeight() - 2));
        relocate(Math.rint(Math.max(0, left)), Math.rint(top));
    }

    private static Circle dot(int argb) {
        return new Circle(4, Color.rgb(argb >>> 16 & 0xFF, argb >>> 8 & 0xFF, argb & 0xFF));
    }
}
