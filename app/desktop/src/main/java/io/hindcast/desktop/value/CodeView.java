package io.hindcast.desktop.value;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Lines of coloured text; only those in sight have nodes, however many there are.
public final class CodeView extends ListView<Line> {
    private static final double INDENT = 16;

    public CodeView(String name) {
        getStyleClass().add("code-view");
        setAccessibleText(name);
        setFixedCellSize(20);
        setCellFactory(_ -> new LineCell());
    }

    public void show(List<Line> lines) {
        setItems(FXCollections.observableList(lines));
    }

    private static final class LineCell extends ListCell<Line> {
        private final HBox box = new HBox();

        LineCell() {
            getStyleClass().add("code-line");
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            box.getChildren().setAll(line.tokens().stream().map(LineCell::label).toList());
            box.setTranslateX(line.depth() * INDENT);
            setAccessibleText(line.text());
            setGraphic(box);
        }

        private static Label label(Token token) {
            var label = new Label(token.text());
            label.setMinWidth(USE_PREF_SIZE);
            label.getStyleClass().setAll("label", token.styleClass());
            return label;
        }
    }
}
