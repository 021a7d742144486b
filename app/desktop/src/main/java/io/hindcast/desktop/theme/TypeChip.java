package io.hindcast.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// An event type as a coloured dot and its name. The same type has the same colour everywhere.
public final class TypeChip extends HBox {
    private final Region dot = new Region();
    private final Label name = new Label();

    public TypeChip() {
        super(7);
        getStyleClass().add("type-chip");
        setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().add("type-dot");
        dot.setMinSize(8, 8);
        dot.setMaxSize(8, 8);
        name.setMinWidth(0);
        getChildren().addAll(dot, name);
    }

    /// @param slot the place of its colour, 0 to 7
    public void show(String type, int slot) {
        name.setText(type);
        dot.getStyleClass().setAll("type-dot", "type-slot-" + slot);
    }
}
