package io.hindcast.desktop.status;

import io.hindcast.desktop.theme.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import javafx.util.Duration;

/// How much memory is in use, and the cap.
final class MemoryGauge extends Label {
    private static final long MEBI = 1L << 20;
    private final Texts texts;

    MemoryGauge(Texts texts) {
        this.texts = texts;
        getStyleClass().add("status-memory");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(texts.text("status.memory.tip")));
        measure();
        var clock = new Timeline(new KeyFrame(Duration.seconds(2), _ -> measure()));
        clock.setCycleCount(Animation.INDEFINITE);
        // A clock that goes on keeps the whole window of a closed one in memory.
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false).subscribe(showing -> {
            if (showing) {
                clock.play();
            } else {
                clock.stop();
            }
        });
    }

    private void measure() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEBI;
        setText(texts.text("status.memory", used, runtime.maxMemory() / MEBI));
    }
}
