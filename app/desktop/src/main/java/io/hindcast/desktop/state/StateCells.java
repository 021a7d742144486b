package io.hindcast.desktop.state;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.value.MaskChip;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import org.jspecify.annotations.Nullable;

/// The columns and cells of the state tree.
final class StateCells {
    private static final List<String> VALUE_CLASSES =
            List.of("value-number", "value-text", "value-word", "value-group", "value-opaque");

    private StateCells() {}

    static TreeTableColumn<StateNode, StateNode> name(String title, String whole) {
        return column(title, "state-name", (cell, node) -> {
            cell.setText(node.path().isRoot() ? whole : node.name());
        });
    }

    /// `+`, `−`, `~`, or a dot where something inside changed.
    static TreeTableColumn<StateNode, StateNode> mark(
            String added, String removed, String changed, String below, String before) {
        var column = column("", "state-mark", (cell, node) -> {
            cell.setAlignment(Pos.CENTER);
            String words = node.change()
                    .map(kind -> switch (kind) {
                        case ADDED -> added;
                        case REMOVED -> removed;
                        case CHANGED -> changed;
                    })
                    .orElse(node.changesBelow() ? below : "");
            cell.setText(node.change().map(ValueText::symbol).orElse(node.changesBelow() ? "•" : ""));
            String old = node.change().isPresent() && node.before().filter(Shown::isPresent).isPresent()
                    ? "\n" + before + ": " + ValueText.of(node.before().get())
                    : "";
            cell.setTooltip(words.isEmpty() ? null : new Tooltip(words + old));
            cell.setAccessibleText(words);
        });
        column.setResizable(false);
        column.setPrefWidth(28);
        column.setMinWidth(28);
        column.setMaxWidth(28);
        return column;
    }

    static TreeTableColumn<StateNode, StateNode> value(String title) {
        return column(title, "state-value", (cell, node) -> show(cell, node.value()));
    }

    static TreeTableColumn<StateNode, StateNode> before(String title) {
        return column(title, "state-before", (cell, node) -> {
            boolean shown = node.change().filter(it -> it == Change.Kind.CHANGED).isPresent();
            if (shown && node.before().isPresent()) {
                show(cell, node.before().get());
            } else {
                cell.setText("");
            }
        });
    }

    private static void show(TreeTableCell<StateNode, StateNode> cell, Shown shown) {
        MaskChip.fill(cell, shown);
        StateValue value = shown.value();
        cell.setAlignment(value instanceof Num ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        cell.getStyleClass().add(VALUE_CLASSES.get(classOf(value)));
    }

    private static int classOf(StateValue value) {
        return switch (value) {
            case Num _ -> 0;
            case Text _ -> 1;
            case Bool _, Null _ -> 2;
            case Opaque _ -> 4;
            default -> 3;
        };
    }

    private static TreeTableColumn<StateNode, StateNode> column(String title, String styleClass, Filling filling) {
        var column = new TreeTableColumn<StateNode, StateNode>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(styleClass);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue().getValue()));
        column.setCellFactory(_ -> new TreeTableCell<>() {
            @Override
            protected void updateItem(@Nullable StateNode node, boolean empty) {
                super.updateItem(node, empty);
                getStyleClass().removeAll(VALUE_CLASSES);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                if (!empty && node != null) {
                    filling.fill(this, node);
                }
            }
        });
        return column;
    }

    private interface Filling {
        void fill(TreeTableCell<StateNode, StateNode> cell, StateNode node);
    }

    static TreeTableRow<StateNode> row() {
        return new TreeTableRow<>() {
            @Override
            protected void updateItem(@Nullable StateNode node, boolean empty) {
                super.updateItem(node, empty);
                for (Change.Kind kind : Change.Kind.values()) {
                    boolean on = !empty && node != null && node.change().filter(it -> it == kind).isPresent();
                    pseudoClassStateChanged(PseudoClass.getPseudoClass(ValueText.styleClass(kind)), on);
                }
            }
        };
    }
}
