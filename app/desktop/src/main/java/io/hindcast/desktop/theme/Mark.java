package io.hindcast.desktop.theme;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The program's mark, drawn as vectors: a playhead going back over a track of events.
public final class Mark extends Group {
    /// @param size side in pixels
    public Mark(double size) {
        getStyleClass().add("hc-mark");
        setAccessibleText("Hindcast");
        var plate = path("M14 0h36a14 14 0 0 1 14 14v36a14 14 0 0 1-14 14H14A14 14 0 0 1 0 50V14A14 14 0 0 1 14 0z", "hc-mark-plate");
        var arc = path("M17.2 23.1A18 18 0 1 1 14 34h5.5a12.5 12.5 0 1 0 2.6-7.6l5.4 4.2-15 3.6 1.2-15.6z", "hc-mark-ink");
        var hand = path("M30 23h4.6v8.4l6.3 6.2-3.3 3.3L30 33.4z", "hc-mark-ink");
        getChildren().addAll(plate, arc, hand, dot(10, 55), dot(21, 55), dot(32, 55), dot(43, 55), dot(54, 55));
        getTransforms().add(new Scale(size / 64, size / 64));
    }

    /// The mark as an image, for the window's icon.
    public static Image image(double size) {
        var scene = new Scene(new Group(new Mark(size)), size, size, Color.TRANSPARENT);
        scene.getStylesheets().add(Theme.sceneSheet());
        return scene.snapshot(null);
    }

    private static SVGPath path(String content, String styleClass) {
        var path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(styleClass);
        return path;
    }

    private static Circle dot(double x, double y) {
        var dot = new Circle(x, y, 2.2);
        dot.getStyleClass().add(x == 32 ? "hc-mark-now" : "hc-mark-dot");
        return dot;
    }
}
