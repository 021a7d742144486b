package io.hindcast.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// An event type as a coloured dot and its name. The same type has the same colour everywhere.
public final class TypeChip extends HBox {
    private static final int SLOTS = 8;
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

    public void show(String type) {
        name.setText(type);
        dot.getStyleClass().setAll("type-dot", "type-slot-" + slotOf(type));
    }

    /// The colour of a type: one of eight, the same in every session.
    public static int slotOf(String type) {
        return Math.floorMod(type.hashCode() * 0x9E3779B1 >>> 8, SLOTS);
    }
}
