package io.hindcast.desktop.theme;

import javafx.scene.Node;
import javafx.util.Subscription;

/// What a dialog hears of models that live longer than it. Used from the screen's thread only.
public final class Listening {
    private Listening() {}

    /// Ends it all when the dialog is taken out of its window; else each dialog there ever was would go on listening, and stay
    /// in memory with what was typed into it. For nodes that are shown once.
    public static void whileShown(Node dialog, Subscription... heard) {
        Subscription all = Subscription.combine(heard);
        dialog.sceneProperty().subscribe((_, scene) -> {
            if (scene == null) {
                all.unsubscribe();
            }
        });
    }
}
