package io.hindcast.desktop.shell;

import io.hindcast.desktop.theme.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All keys of the window, in two columns.
final class KeyList extends VBox {
    KeyList(List<Action> actions, Texts texts) {
        super(14);
        getStyleClass().add("key-list");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var title = new Label(texts.text("keys.title"));
        title.getStyleClass().add("dialog-title");
        var grid = new GridPane(14, 8);
        var names = new KeyNames(texts);
        List<Action> shown =
                actions.stream().filter(it -> it.isListed() && !it.shownKeys().isEmpty()).toList();
        int half = (shown.size() + 1) / 2;
        for (int i = 0; i < shown.size(); i++) {
            var keys = new Label(names.of(shown.get(i)));
            keys.getStyleClass().add("key-names");
            keys.setMinWidth(USE_PREF_SIZE);
            int column = i < half ? 0 : 2;
            var name = new Label(texts.text("action." + shown.get(i).id()));
            name.setMinWidth(240);
            grid.add(keys, column, i % half);
            grid.add(name, column + 1, i % half);
        }
        // scrolls where the window is lower than the list
        var room = new ScrollPane(grid);
        room.setFitToWidth(true);
        room.getStyleClass().add("key-room");
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(title, room);
    }
}
