package io.hindcast.desktop.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// Labels that are used again with every painting: as many as are on screen, never one an event.
final class TextPool {
    private final Pane parent;
    private final String styleClass;
    private final List<Label> labels = new ArrayList<>();
    private int used;

    TextPool(Pane parent, String styleClass) {
        this.parent = parent;
        this.styleClass = styleClass;
    }

    void begin() {
        used = 0;
    }

    /// The next label with a text, sized to it, at the origin.
    Label next(String text) {
        if (used == labels.size()) {
            var label = new Label();
            label.getStyleClass().setAll("label", styleClass);
            label.setManaged(false);
            label.setMouseTransparent(true);
            labels.add(label);
            parent.getChildren().add(label);
        }
        Label label = labels.get(used++);
        label.setVisible(true);
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
        return label;
    }

    /// Places a label; a width below 0 means as wide as its text.
    static void place(Label label, double x, double y, double width) {
        label.applyCss();
        double wide = width < 0 ? Math.ceil(label.prefWidth(-1)) : width;
        label.resizeRelocate(Math.rint(x), Math.rint(y), wide, Math.ceil(label.prefHeight(-1)));
    }

    void end() {
        for (int i = used; i < labels.size(); i++) {
            labels.get(i).setVisible(false);
        }
    }
}
