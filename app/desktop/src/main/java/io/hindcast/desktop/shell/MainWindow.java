package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.open.Opening;
import io.hindcast.desktop.theme.Theme;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;

/// The one window: header above, panes in the middle, or a welcome while no store is open.
public final class MainWindow {
    private static final List<String> PANELS = List.of(
            "streams", "events", "detail", "state", "compare", "transport", "status", "open", "shell");
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final BorderPane root = new BorderPane();
    private final Scene scene;
    private final Focus focus;
    private final Workbench workbench;

    public MainWindow(Focus focus, Opening opening, int width, int height) {
        this.focus = focus;
        workbench = new Workbench(focus, opening);
        scene = new Scene(root, width, height);
        root.getStyleClass().add("main-window");
        scene.getStylesheets().add(Theme.sceneSheet());
        PANELS.forEach(panel -> scene.getStylesheets().add(sheet(panel)));
        root.setCenter(workbench);
        theme.subscribe(Theme::apply);
    }

    private static String sheet(String panel) {
        String path = "/io/hindcast/desktop/" + panel + "/" + panel + ".css";
        URL url = MainWindow.class.getResource(path);
        return Objects.requireNonNull(url, path).toExternalForm();
    }

    public Scene scene() {
        return scene;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Focus focus() {
        return focus;
    }
}
