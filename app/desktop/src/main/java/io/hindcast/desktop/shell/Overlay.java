package io.hindcast.desktop.shell;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// What can lie over the window: a dialog, the palette, the list of keys. One at a time; Escape takes it away.
final class Overlay extends StackPane {
    private final ModalPane modal = new ModalPane();

    Overlay(Node below) {
        modal.setId("overlay");
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        getChildren().addAll(below, modal);
    }

    void show(Node content, Pos where) {
        modal.setAlignment(where);
        modal.show(content);
        content.requestFocus();
    }

    void hide() {
        modal.hide(true);
    }

    boolean isShowing() {
        return modal.isDisplay();
    }
}
