package io.hindcast.desktop.shell;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What can lie over the window: a dialog, the palette, the list of keys. Escape takes away what came last. While something lies
/// here it has the keys, and Tab goes round in it; afterwards they are where they were before.
final class Overlay extends StackPane {
    private final ModalPane modal = new ModalPane();
    private final Deque<Layer> layers = new ArrayDeque<>();
    private Optional<Node> keysBefore = Optional.empty();
    private boolean isTurning;
    private boolean backwards;

    /// @param keys what had them below it
    private record Layer(Node content, Pos where, boolean isFleeting, Optional<Node> keys) {}

    Overlay(Node below) {
        modal.setId("overlay");
        modal.setFocusTraversable(false);
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        modal.displayProperty().subscribe((_, shown) -> {
            if (!shown && !isTurning) {
                hide(); // by a click beside it
            }
        });
        getChildren().addAll(below, modal);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                keepKeys(scene);
            }
        });
    }

    /// Shows a dialog, in the place of whatever lies here. A click beside it does not take it away, nor what was written into it.
    void show(Node content, Pos where) {
        layers.clear();
        put(new Layer(content, where, false, owner()));
    }

    /// Shows something to look at for a moment; a dialog that lies here comes back afterwards.
    void glance(Node content, Pos where) {
        layers.removeIf(Layer::isFleeting);
        put(new Layer(content, where, true, owner()));
    }

    private void put(Layer layer) {
        if (!isShowing()) {
            keysBefore = owner();
        }
        layers.push(layer);
        turnTo(layer);
        layer.content().requestFocus();
        if (!layer.content().isFocusTraversable()) {
            takeKeys(layer, false);
        }
    }

    private void turnTo(Layer layer) {
        isTurning = true;
        modal.setAlignment(layer.where());
        modal.setPersistent(!layer.isFleeting());
        modal.show(layer.content());
        isTurning = false;
    }

    /// Takes away what came last.
    void hide() {
        Optional<Node> keys = layers.isEmpty() ? Optional.empty() : layers.pop().keys();
        if (layers.isEmpty()) {
            hideAll();
            return;
        }
        turnTo(layers.peek());
        keys.ifPresent(Node::requestFocus);
    }

    /// Takes everything away.
    void hideAll() {
        layers.clear();
        isTurning = true;
        modal.hide(true);
        isTurning = false;
        keysBefore.ifPresent(Node::requestFocus);
        keysBefore = Optional.empty();
    }

    boolean isShowing() {
        return modal.isDisplay();
    }

    /// Whether what lies here is a dialog, into which somebody writes.
    boolean isDialog() {
        Layer top = layers.peek();
        return isShowing() && top != null && !top.isFleeting();
    }

    private Optional<Node> owner() {
        return Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    }

    private void keepKeys(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB) {
                backwards = key.isShiftDown();
            }
        });
        scene.focusOwnerProperty().subscribe((_, owner) -> {
            if (owner != null && isShowing() && !isInside(owner)) {
                Platform.runLater(this::goRound);
            }
        });
    }

    private void goRound() {
        Layer layer = layers.peek();
        if (layer != null && owner().filter(this::isInside).isEmpty()) {
            takeKeys(layer, backwards);
        }
    }

    private static void takeKeys(Layer layer, boolean atTheEnd) {
        var stops = new ArrayList<Node>();
        stopsIn(layer.content(), stops);
        if (!stops.isEmpty()) {
            (atTheEnd ? stops.getLast() : stops.getFirst()).requestFocus();
        }
    }

    private boolean isInside(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(modal)) {
                return true;
            }
        }
        return false;
    }

    private static void stopsIn(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent && (!(node instanceof Control) || node instanceof ScrollPane)) {
            parent.getChildrenUnmodifiable().forEach(child -> stopsIn(child, stops));
        }
    }
}
