package io.hindcast.desktop.timeline;

import io.hindcast.desktop.paint.PaintedImage;
import io.hindcast.desktop.paint.Raster;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The whole history in a thin strip, with the visible window as a box: drag it, drag its edges, or click beside it.
final class Overview extends Pane {
    private static final double EDGE = 6;
    private static final double NARROWEST = 8;
    private final TimelineModel model;
    private final PaintedImage image = new PaintedImage();
    private final Region left = new Region();
    private final Region right = new Region();
    private final Region box = new Region();
    private final Region head = new Region();
    private Viewport whole = new Viewport(0, 1);
    private Grip grip = Grip.NONE;
    private double grabbed;

    private enum Grip {
        NONE,
        WINDOW,
        LEFT,
        RIGHT
    }

    Overview(TimelineModel model) {
        this.model = model;
        getStyleClass().add("timeline-overview");
        setManaged(false);
        left.getStyleClass().add("shade");
        right.getStyleClass().add("shade");
        box.getStyleClass().add("window");
        head.getStyleClass().add("head");
        for (Region each : new Region[] {left, right, box, head}) {
            each.setManaged(false);
            each.setMouseTransparent(true);
        }
        getChildren().addAll(image, left, right, head, box);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(_ -> grip = Grip.NONE);
        setOnMouseMoved(event -> setCursor(cursor(gripAt(event.getX()))));
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.fit();
            }
        });
    }

    /// Draws the history anew.
    void paint(TimelineData data, TimelinePalette palette, double scale) {
        whole = data.extent().isEmpty()
                ? new Viewport(0, 1)
                : Places.around(data.extent(), 0.01, data.pyramid().scale());
        Raster raster = image.sized(getWidth(), getHeight() - 1, scale);
        new OverviewPainter(raster, palette, scale).paint(data, whole);
        image.show();
    }

    /// Moves the box and the playhead only.
    void show() {
        double from = Math.clamp(whole.xOf(model.viewport().from(), getWidth()), 0, getWidth());
        double to = Math.clamp(whole.xOf(model.viewport().to(), getWidth()), 0, getWidth());
        double width = Math.max(NARROWEST, to - from);
        double start = Math.rint(Math.min((from + to - width) / 2, getWidth() - width));
        double height = getHeight() - 1;
        start = Math.max(0, start);
        left.resizeRelocate(0, 0, start, height);
        right.resizeRelocate(start + width, 0, Math.max(0, getWidth() - start - width), height);
        box.resizeRelocate(start, 0, Math.rint(width), height);
        head.setVisible(model.playhead().isPresent());
        model.playhead().ifPresent(place -> {
            double x = whole.xOf(place + Picture.middle(model.scale()), getWidth());
            head.setVisible(x >= 0 && x <= getWidth());
            head.resizeRelocate(Math.rint(x) - 1, 0, 2, height);
        });
    }

    private Grip gripAt(double x) {
        double from = box.getLayoutX();
        double to = from + box.getWidth();
        if (Math.abs(x - from) <= EDGE && box.getWidth() > 3 * EDGE) {
            return Grip.LEFT;
        }
        if (Math.abs(x - to) <= EDGE && box.getWidth() > 3 * EDGE) {
            return Grip.RIGHT;
        }
        return x >= from && x <= to ? Grip.WINDOW : Grip.NONE;
    }

    private static Cursor cursor(Grip grip) {
        return switch (grip) {
            case NONE -> Cursor.DEFAULT;
            case WINDOW -> Cursor.OPEN_HAND;
            case LEFT, RIGHT -> Cursor.H_RESIZE;
        };
    }

    private void press(MouseEvent event) {
        double place = whole.placeAt(event.getX(), getWidth());
        grip = gripAt(event.getX());
        if (grip == Grip.NONE) {
            double half = model.viewport().span() / 2;
            model.show(place - half, place + half);
            grip = Grip.WINDOW;
        }
        grabbed = place - model.viewport().from();
    }

    private void drag(MouseEvent event) {
        double place = whole.placeAt(event.getX(), getWidth());
        Viewport now = model.viewport();
        switch (grip) {
            case WINDOW -> model.show(place - grabbed, place - grabbed + now.span());
            case LEFT -> model.show(Math.min(place, now.to() - now.span() / 100), now.to());
            case RIGHT -> model.show(now.from(), Math.max(place, now.from() + now.span() / 100));
            case NONE -> {}
        }
    }
}
