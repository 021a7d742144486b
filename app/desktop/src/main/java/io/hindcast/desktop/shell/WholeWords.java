package io.hindcast.desktop.shell;

import java.util.Objects;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Words that had to be cut off can be read whole while the pointer rests on them, wherever in the window they are.
/// What has a tooltip of its own keeps that.
final class WholeWords {
    private final Tooltip tip = new Tooltip();
    private @Nullable Labeled worn;

    WholeWords() {
        tip.setWrapText(true);
        tip.setMaxWidth(640);
    }

    void watch(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, entered -> point(entered.getTarget()));
    }

    private void point(EventTarget target) {
        Labeled now = target instanceof Node node ? labeled(node) : null;
        if (Objects.equals(now, worn)) {
            return;
        }
        if (worn != null) {
            Tooltip.uninstall(worn, tip);
            worn = null;
        }
        if (now != null && now.isTextTruncated() && !isExplained(now)) {
            tip.setText(now.getText());
            Tooltip.install(now, tip);
            worn = now;
        }
    }

    private static @Nullable Labeled labeled(Node node) {
        return node instanceof Labeled labeled
                ? labeled
                : node.getParent() instanceof Labeled around ? around : null;
    }

    private static boolean isExplained(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof Control control && control.getTooltip() != null) {
                return true;
            }
        }
        return false;
    }
}
