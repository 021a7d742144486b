package io.hindcast.desktop.timeline;

import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The line that shows the moment, with a handle over the axis that says it and can be dragged.
final class Playhead extends Pane {
    private final Region line = new Region();
    private final Label handle = new Label();

    Playhead() {
        getStyleClass().add("timeline-playhead");
        setManaged(false);
        setPickOnBounds(false);
        line.getStyleClass().add("line");
        handle.getStyleClass().add("handle");
        line.setManaged(false);
        line.setMouseTransparent(true);
        handle.setManaged(false);
        handle.setCursor(Cursor.H_RESIZE);
        getChildren().addAll(line, handle);
    }

    /// @param x middle of the line; outside of the width the head is hidden
    /// @param axis height of the axis, in which the handle stands
    void show(double x, String text, double axis) {
        boolean inside = x >= 0 && x <= getWidth();
        setVisible(inside);
        if (inside) {
            handle.setText(text);
            TextPool.place(handle, 0, 0, -1);
            double left = Math.clamp(x - handle.getWidth() / 2, 0, Math.max(0, getWidth() - handle.getWidth()));
            handle.relocate(Math.rint(left), Math.rint(axis - handle.getHeight() - 1));
            line.resizeRelocate(Math.rint(x) - 1, axis - 1, 2, getHeight() - axis + 1);
        }
    }

    Label handle() {
        return handle;
    }
}
