package io.hindcast.desktop.value;

import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Changes as rows: field, kind, and the value on either side.
public final class ChangeTable extends TableView<Change> {
    private static final int LONG = 60;
    private static final int TALL = 40;
    private final TableColumn<Change, Change> before;
    private final TableColumn<Change, Change> after;

    private final Texts texts = Texts.of(ChangeTable.class);

    /// @param name for assistive tools
    public ChangeTable(String name) {
        setAccessibleText(name);
        getStyleClass().add("change-table");
        setFixedCellSize(26);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        var field = column(texts.text("value.field"), 170, (cell, change) -> {
            cell.setText(ValueText.path(change.path()));
            cell.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            cell.setTooltip(new Tooltip(change.path().toString()));
        });
        var mark = column("", 28, (cell, change) -> {
            cell.setText(ValueText.symbol(change.kind()));
            cell.setAlignment(Pos.CENTER);
            cell.setAccessibleText(texts.text("value.kind." + change.kind().name()));
        });
        mark.getStyleClass().add("change-mark");
        mark.setMinWidth(28);
        mark.setMaxWidth(28);
        before = column("", 140, (cell, change) -> show(cell, change.before()));
        after = column("", 140, (cell, change) -> show(cell, change.after()));
        getColumns().addAll(List.of(field, mark, before, after));
        setRowFactory(_ -> new ChangeRow());
    }

    /// @param beforeTitle what the one side is called
    public void show(List<Change> changes, String beforeTitle, String afterTitle) {
        before.setText(beforeTitle);
        after.setText(afterTitle);
        setItems(FXCollections.observableList(changes));
    }

    private static void show(TableCell<Change, Change> cell, StateValue value) {
        String text = StateText.compact(value);
        boolean group = text.length() > LONG;
        cell.setText(value.isPresent() ? (group ? ValueText.of(value) : plain(value, text)) : "");
        cell.setAlignment(value instanceof Num ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        cell.setTooltip(value.isPresent() ? new Tooltip(firstLines(value)) : null);
    }

    private static String firstLines(StateValue value) {
        return StateText.pretty(value).lines().limit(TALL).collect(Collectors.joining("\n"));
    }

    private static String plain(StateValue value, String json) {
        String line = ValueText.of(value);
        return line.startsWith("{") || line.startsWith("[") ? json : line;
    }

    private static TableColumn<Change, Change> column(
            String title, double width, BiConsumer<TableCell<Change, Change>, Change> fill) {
        var column = new TableColumn<Change, Change>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Change change, boolean empty) {
                super.updateItem(change, empty);
                setText(null);
                setTooltip(null);
                if (!empty && change != null) {
                    fill.accept(this, change);
                }
            }
        });
        return column;
    }

    private static final class ChangeRow extends TableRow<Change> {
        @Override
        protected void updateItem(@Nullable Change change, boolean empty) {
            super.updateItem(change, empty);
            for (Change.Kind kind : Change.Kind.values()) {
                boolean on = !empty && change != null && change.kind() == kind;
                pseudoClassStateChanged(PseudoClass.getPseudoClass(ValueText.styleClass(kind)), on);
            }
        }
    }
}
