package io.hindcast.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What a pane shows when it has nothing to show: what is missing, and what to do next.
public final class EmptyState extends VBox {
    public EmptyState(Ikon icon, String title, String next, Node... actions) {
        super(8);
        getStyleClass().add("hc-empty");
        setAlignment(Pos.CENTER);
        var heading = new Label(title);
        heading.getStyleClass().add("hc-empty-title");
        heading.setWrapText(true);
        var hint = new Label(next);
        hint.getStyleClass().add("hc-empty-hint");
        hint.setWrapText(true);
        getChildren().addAll(Icons.of(icon, "hc-empty-icon"), heading, hint);
        getChildren().addAll(actions);
    }
}
