package io.hindcast.desktop.workspace;

import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// The stores, and how each stands. Delete takes the chosen one away; Alt with an arrow moves it.
final class StoreTable extends TableView<StoreRow> {
    private final Texts texts;
    private int last;

    StoreTable(WorkspaceModel model, Texts texts) {
        super(model.rows());
        this.texts = texts;
        setId("workspace-stores");
        setAccessibleText(texts.text("workspace.stores"));
        setPlaceholder(new Label(texts.text("workspace.none")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(30);
        TableColumn<StoreRow, Standing> standing = column("standing", 380, StandingCell::new);
        standing.setCellValueFactory(row -> row.getValue().standingProperty());
        TableColumn<StoreRow, StoreRow> name = column("name", 120, NameCell::new);
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        TableColumn<StoreRow, StoreRow> store = column("store", 330, LocationCell::new);
        store.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        getColumns().setAll(List.of(name, store, standing));
        keepSelection(model);
        setOnKeyPressed(event -> {
            int chosen = getSelectionModel().getSelectedIndex();
            if (chosen < 0) {
                return;
            }
            if (event.getCode() == KeyCode.DELETE) {
                model.remove(chosen);
                event.consume();
            } else if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
                int by = event.getCode() == KeyCode.UP ? -1 : 1;
                model.move(chosen, by);
                getSelectionModel().select(Math.clamp(chosen + by, 0, getItems().size() - 1));
                event.consume();
            }
        });
    }

    /// A store of which something else is said stays chosen.
    private void keepSelection(WorkspaceModel model) {
        getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (index.intValue() >= 0) {
                last = index.intValue();
            }
        });
        model.rows().addListener((ListChangeListener<StoreRow>) change -> {
            int kept = last;
            while (change.next()) {
                if (change.wasReplaced() && kept >= change.getFrom() && kept < change.getTo()) {
                    getSelectionModel().select(kept);
                }
            }
        });
    }

    private <T> TableColumn<StoreRow, T> column(String name, double width, Supplier<TableCell<StoreRow, T>> cell) {
        var column = new TableColumn<StoreRow, T>(texts.text("workspace." + name));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    /// A cell that shows something its own way.
    private abstract static class Cell<T> extends TableCell<StoreRow, T> {
        abstract void show(T value);

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText("");
            setGraphic(null);
            setTooltip(null);
            if (!empty && value != null) {
                show(value);
            }
        }
    }

    private static final class NameCell extends Cell<StoreRow> {
        NameCell() {
            getStyleClass().add("workspace-name");
        }

        @Override
        void show(StoreRow row) {
            setText(row.entry().alias());
        }
    }

    private static final class LocationCell extends Cell<StoreRow> {
        /// Of a long path the end tells most.
        @Override
        void show(StoreRow row) {
            setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            setText(row.entry().location().text());
            setTooltip(new Tooltip(row.entry().location().text()));
        }
    }

    private final class StandingCell extends Cell<Standing> {
        @Override
        void show(Standing standing) {
            switch (standing) {
                case Standing.Waiting() -> {
                    setText(texts.text("workspace.waiting"));
                    setGraphic(Icons.of(Feather.LOADER, "hc-muted-icon"));
                }
                case Standing.Opens(String system, String layout) -> {
                    setText(texts.text("workspace.opens", system, layout));
                    setGraphic(Icons.of(Feather.CHECK_CIRCLE, "hc-good-icon"));
                }
                case Standing.Refused(String reason, var _) -> {
                    setText(reason);
                    setGraphic(Icons.of(Feather.ALERT_OCTAGON, "hc-bad-icon"));
                    setTooltip(new Tooltip(reason));
                }
            }
        }
    }
}
