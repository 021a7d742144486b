package io.hindcast.desktop.state;

import io.hindcast.desktop.theme.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;

/// What can be done with a field of the state, by the right button or the menu key.
final class FieldMenu extends ContextMenu {
    private final TreeTableView<StateNode> tree;
    private final Texts texts;

    /// @param copies the items that copy
    FieldMenu(
            TreeTableView<StateNode> tree,
            StateModel model,
            Runnable blame,
            Consumer<String> findWhere,
            Texts texts,
            MenuItem... copies) {
        this.tree = tree;
        this.texts = texts;
        MenuItem watch = item("state.watch", node -> model.watchOrNot(node.path()));
        MenuItem find = item("state.findWhere", node -> model.conditionOf(node.path()).ifPresent(findWhere));
        getItems().addAll(item("state.blame", _ -> blame.run()), watch, find, new SeparatorMenuItem());
        getItems().addAll(copies);
        setOnShowing(_ -> {
            Optional<StateNode> node = chosen();
            boolean isField = node.filter(it -> !it.path().isRoot()).isPresent();
            watch.setDisable(!isField);
            watch.setText(texts.text(node.filter(it -> model.watched().contains(it.path())).isPresent() ? "state.unwatch" : "state.watch"));
            Optional<String> condition = node.flatMap(it -> model.conditionOf(it.path()));
            find.setDisable(condition.isEmpty());
            find.setText(condition.map(it -> texts.text("state.findWhere.this", shortened(it))).orElse(texts.text("state.findWhere")));
        });
    }

    private static String shortened(String condition) {
        return condition.length() > 60 ? condition.substring(0, 59) + "…" : condition;
    }

    private Optional<StateNode> chosen() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private MenuItem item(String key, Consumer<StateNode> what) {
        var item = new MenuItem(texts.text(key));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> chosen().ifPresent(what));
        return item;
    }
}
