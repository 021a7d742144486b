package io.hindcast.desktop.value;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.focus.ShownChange;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Num;
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
public final class ChangeTable extends TableView<ShownChange> {
    private static final int LONG = 60;
    private static final int TALL = 40;
    private final TableColumn<ShownChange, ShownChange> before;
    private final TableColumn<ShownChange, ShownChange> after;

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
    public void show(List<ShownChange> changes, String beforeTitle, String afterTitle) {
        before.setText(beforeTitle);
        after.setText(afterTitle);
        setItems(FXCollections.observableList(changes));
    }

    private static void show(TableCell<ShownChange, ShownChange> cell, Shown shown) {
        String text = ValueText.compact(shown);
        boolean group = text.length() > LONG;
        MaskChip.fill(cell, shown, shown.isPresent() ? (group ? ValueText.of(shown) : plain(shown, text)) : "");
        cell.setAlignment(shown.value() instanceof Num ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        cell.setTooltip(shown.isPresent() ? new Tooltip(firstLines(shown)) : null);
    }

    private static String firstLines(Shown shown) {
        return ValueText.pretty(shown).lines().limit(TALL).collect(Collectors.joining("\n"));
    }

    private static String plain(Shown value, String json) {
        String line = ValueText.of(value);
        return line.startsWith("{") || line.startsWith("[") ? json : line;
    }

    private static TableColumn<ShownChange, ShownChange> column(
            String title, double width, BiConsumer<TableCell<ShownChange, ShownChange>, ShownChange> fill) {
        var column = new TableColumn<ShownChange, ShownChange>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable ShownChange change, boolean empty) {
                super.updateItem(change, empty);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                if (!empty && change != null) {
                    fill.accept(this, change);
                }
            }
        });
        return column;
    }

    private static final class ChangeRow extends TableRow<ShownChange> {
        @Override
        protected void updateItem(@Nullable ShownChange change, boolean empty) {
            super.updateItem(change, empty);
            for (Change.Kind kind : Change.Kind.values()) {
                boolean on = !empty && change != null && change.kind() == kind;
                pseudoClassStateChanged(PseudoClass.getPseudoClass(ValueText.styleClass(kind)), on);
            }
        }
    }
}
