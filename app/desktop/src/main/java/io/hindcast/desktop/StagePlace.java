package io.hindcast.desktop;

import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where a window stands on the screen.
final class StagePlace {
    private final Stage stage;

    StagePlace(Stage stage) {
        this.stage = stage;
    }

    /// Absent where it fills the screen, or has not been shown.
    Optional<LeftWindow.Place> now() {
        boolean has = !stage.isMaximized() && !stage.isFullScreen() && stage.getWidth() > 0;
        return has
                ? Optional.of(new LeftWindow.Place(
                        (int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight()))
                : Optional.empty();
    }

    /// Puts it where it was left, if there is a screen still.
    void take(LeftWindow left) {
        left.place().filter(StagePlace::isOnScreen).ifPresent(it -> {
            stage.setX(it.x());
            stage.setY(it.y());
            stage.setWidth(it.width());
            stage.setHeight(it.height());
        });
        stage.setMaximized(left.isMaximized());
    }

    private static boolean isOnScreen(LeftWindow.Place place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()).isEmpty();
    }
}
