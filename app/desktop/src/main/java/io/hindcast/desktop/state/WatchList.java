package io.hindcast.desktop.state;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.MaskChip;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.state.FieldPath;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The watched fields over the tree, each with its value after the focused event.
final class WatchList extends ListView<FieldPath> {
    private static final int ROW = 26;
    private static final int MOST_IN_SIGHT = 6;

    private final StateModel model;
    private final Texts texts;

    WatchList(StateModel model, Texts texts) {
        super(model.watched());
        this.model = model;
        this.texts = texts;
        setId("state-watch");
        setAccessibleText(texts.text("state.watched"));
        getStyleClass().add("state-watch");
        setFixedCellSize(ROW);
        setCellFactory(_ -> new Row());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                Optional.ofNullable(getSelectionModel().getSelectedItem()).ifPresent(model::watchOrNot);
                key.consume();
            }
        });
        getSelectionModel().selectedItemProperty().subscribe(path -> {
            if (path != null) {
                model.focus().fieldProperty().set(Optional.of(path));
            }
        });
        model.watched().subscribe(this::fit);
        model.pictureProperty().subscribe(_ -> refresh());
        fit();
    }

    private void fit() {
        int rows = Math.min(model.watched().size(), MOST_IN_SIGHT);
        setVisible(rows > 0);
        setManaged(rows > 0);
        setMinHeight(rows * ROW + 2.0);
        setPrefHeight(rows * ROW + 2.0);
        setMaxHeight(rows * ROW + 2.0);
    }

    private final class Row extends ListCell<FieldPath> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox row;

        Row() {
            name.getStyleClass().add("watch-name");
            name.setMinWidth(60);
            value.getStyleClass().add("watch-value");
            value.setMinWidth(0);
            value.setMaxWidth(Double.MAX_VALUE);
            value.setAlignment(Pos.CENTER_RIGHT);
            HBox.setHgrow(value, Priority.ALWAYS);
            row = new HBox(8, name, value, Icons.button(Feather.X, texts.text("state.unwatch"), this::drop));
            row.setAlignment(Pos.CENTER_LEFT);
        }

        private void drop() {
            if (getItem() != null) {
                model.watchOrNot(getItem());
            }
        }

        @Override
        protected void updateItem(@Nullable FieldPath path, boolean empty) {
            super.updateItem(path, empty);
            if (empty || path == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            Picture picture = model.pictureProperty().get();
            Shown here = picture.state().at(path);
            String mark = picture.changes().at(path).map(change -> ValueText.symbol(change.kind()) + " ").orElse("");
            name.setText(ValueText.path(path));
            String words = mark + ValueText.of(here);
            MaskChip.fill(value, here, words);
            setAccessibleText(name.getText() + " " + words);
            setGraphic(row);
        }
    }
}
