package io.hindcast.desktop.shell;

import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All keys of the window, what belongs together under one heading.
final class KeyList extends VBox {
    private static final double WIDE = 400;
    private static final double APART = 36;
    private final KeyNames names;
    private final Texts texts;

    /// @param columns side by side
    KeyList(List<ActionGroup> groups, Texts texts, int columns) {
        super(14);
        this.texts = texts;
        this.names = new KeyNames(texts);
        getStyleClass().add("key-list");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var title = new Label(texts.text("keys.title"));
        title.getStyleClass().add("dialog-title");
        var sides = new HBox(APART);
        IntStream.range(0, columns).forEach(_ -> sides.getChildren().add(new VBox(14)));
        List<ActionGroup> shown = groups.stream().filter(it -> !it.listed().isEmpty()).toList();
        int all = lines(shown);
        int before = 0;
        for (ActionGroup group : shown) {
            ((VBox) sides.getChildren().get(columns * (2 * before + lines(List.of(group))) / (2 * all))).getChildren().add(part(group));
            before += lines(List.of(group));
        }
        // scrolls where the window is lower than the list
        var room = new ScrollPane(sides) {
            @Override
            protected double computePrefHeight(double width) {
                return sides.prefHeight(columns * WIDE + (columns - 1) * APART) + 4; // words over two lines count
            }
        };
        room.setFitToWidth(true);
        room.setFocusTraversable(true);
        room.getStyleClass().add("key-room");
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(title, room);
    }

    private static int lines(List<ActionGroup> groups) {
        return groups.stream().mapToInt(it -> it.listed().size() + 2).sum();
    }

    private Node part(ActionGroup group) {
        var heading = new Label(texts.text("keys.group." + group.id()));
        heading.getStyleClass().add("key-heading");
        var grid = new GridPane(14, 5);
        var keys = new ColumnConstraints(138);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        grid.getColumnConstraints().addAll(List.of(keys, words));
        int line = 0;
        for (Action action : group.listed()) {
            var pressed = new Label(names.of(action));
            pressed.getStyleClass().add("key-names");
            pressed.setWrapText(true);
            var name = new Label(texts.text("action." + action.id()));
            name.setWrapText(true);
            grid.addRow(line++, pressed, name);
        }
        var part = new VBox(8, heading, grid);
        part.setPrefWidth(WIDE);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }
}
