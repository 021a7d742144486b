package io.hindcast.desktop.question;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Things of a line of tools that stay side by side where the line breaks: a field and its name.
public final class Together extends HBox {
    private Together(Node... parts) {
        super(8, parts);
        setAlignment(Pos.CENTER_LEFT);
    }

    public static Together of(Node... parts) {
        return new Together(parts);
    }
}
