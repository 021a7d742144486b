package io.hindcast.desktop.shell;

import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every action by words of its name in any order, with its keys.
final class Palette extends VBox {
    private final Texts texts;
    private final TextField wanted = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final Runnable close;

    Palette(List<Action> actions, Texts texts, Runnable close) {
        super(8);
        this.texts = texts;
        this.close = close;
        getStyleClass().add("palette");
        var shown = new FilteredList<>(FXCollections.observableList(actions));
        wanted.setPromptText(texts.text("palette.prompt"));
        wanted.setAccessibleText(texts.text("palette.prompt"));
        wanted.textProperty().subscribe(text -> {
            List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
            shown.setPredicate(action -> {
                String name = name(action).toLowerCase(Locale.ROOT);
                return words.stream().allMatch(name::contains);
            });
            list.getSelectionModel().selectFirst();
        });
        list.setItems(shown);
        list.setFixedCellSize(32);
        list.setAccessibleText(texts.text("palette.prompt"));
        list.setCellFactory(_ -> new ActionCell());
        list.setOnMouseClicked(_ -> run());
        wanted.setOnKeyPressed(key -> {
            int move = key.getCode() == KeyCode.DOWN ? 1 : key.getCode() == KeyCode.UP ? -1 : 0;
            if (move != 0) {
                list.getSelectionModel().select(list.getSelectionModel().getSelectedIndex() + move);
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
                key.consume();
            }
        });
        wanted.setOnAction(_ -> run());
        getChildren().addAll(wanted, list);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(wanted::requestFocus);
            }
        });
    }

    private String name(Action action) {
        return texts.text("action." + action.id());
    }

    private void run() {
        Action chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.what().run();
        }
    }

    private final class ActionCell extends ListCell<Action> {
        private final Label name = new Label();
        private final Label keys = new Label();
        private final HBox box;

        ActionCell() {
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            keys.getStyleClass().add("key-names");
            box = new HBox(8, name, space, keys);
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            name.setText(name(action));
            keys.setText(new KeyNames(texts).of(action));
            setAccessibleText(name.getText() + ", " + keys.getText());
            setGraphic(box);
        }
    }
}
