package io.hindcast.desktop.shell;

import io.hindcast.desktop.value.Line;
import io.hindcast.desktop.value.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Every text that somebody could read in the windows on the screen: written, spoken, on hover, in menus.
final class EveryWord {
    private final List<String> words = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private EveryWord() {}

    /// On the screen's thread.
    static List<String> onScreen() {
        var all = new EveryWord();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof Stage stage) {
                all.add(stage.getTitle());
            }
            if (window instanceof PopupWindow || window.isShowing()) {
                all.walk(window.getScene().getRoot());
            }
        }
        return all.words;
    }

    private void add(@Nullable Object text) {
        if (text != null && !text.toString().isBlank()) {
            words.add(text.toString());
        }
    }

    private void walk(@Nullable Node node) {
        if (node == null || !seen.add(node)) {
            return;
        }
        add(node.getAccessibleText());
        add(node.getAccessibleHelp());
        add(node.getAccessibleRoleDescription());
        for (Object property : node.getProperties().values()) {
            if (property instanceof Tooltip tip) {
                add(tip.getText());
            }
        }
        switch (node) {
            case Labeled label -> {
                add(label.getText());
                walk(label.getGraphic());
            }
            case TextInputControl field -> {
                add(field.getText());
                add(field.getPromptText());
            }
            case Text text -> add(text.getText());
            default -> {}
        }
        if (node instanceof Control control) {
            control(control);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    private void control(Control control) {
        if (control.getTooltip() != null) {
            add(control.getTooltip().getText());
        }
        if (control.getContextMenu() != null) {
            menu(control.getContextMenu());
        }
        switch (control) {
            case MenuButton button -> button.getItems().forEach(this::item);
            case TabPane tabs -> tabs.getTabs().forEach(this::tab);
            case TableView<?> table -> table(table);
            case ListView<?> list -> {
                list.getItems().forEach(item -> add(item instanceof Line line ? line.text() : null));
                add(joined(list, Token.Kind.NUMBER));
                add(joined(list, Token.Kind.TEXT));
            }
            case ComboBox<?> box -> chosen(box);
            default -> {}
        }
    }

    /// Bytes are written eight to a line: what stands on two of them is read as one.
    private static String joined(ListView<?> list, Token.Kind kind) {
        var all = new StringBuilder();
        for (Object item : list.getItems()) {
            if (item instanceof Line line) {
                line.tokens().stream().filter(it -> it.kind() == kind).forEach(it -> all.append(it.text().strip()).append(
                        kind == Token.Kind.NUMBER ? " " : ""));
            }
        }
        return all.toString();
    }

    private <T> void chosen(ComboBox<T> box) {
        add(box.getValue() == null ? null : box.getConverter().toString(box.getValue()));
    }

    private void menu(ContextMenu menu) {
        menu.getItems().forEach(this::item);
    }

    private void item(MenuItem item) {
        add(item.getText());
        walk(item.getGraphic());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(this::item);
        }
    }

    private void tab(Tab tab) {
        add(tab.getText());
        if (tab.getTooltip() != null) {
            add(tab.getTooltip().getText());
        }
        walk(tab.getContent());
    }

    /// Rows out of sight as well, where cells hold texts.
    private void table(TableView<?> table) {
        for (TableColumn<?, ?> column : table.getColumns()) {
            add(column.getText());
            for (int row = 0; row < table.getItems().size(); row++) {
                add(column.getCellData(row) instanceof String text ? text : null);
            }
        }
    }
}
