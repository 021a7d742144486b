package io.hindcast.desktop.state;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;

/// A row of the state tree; the rows inside are made when it is first opened.
final class StateItem extends TreeItem<StateNode> {
    private final StateModel model;
    private final Changes changes;
    private final Predicate<StateNode> lets;
    private boolean filled;

    StateItem(StateNode node, StateModel model, Changes changes, Predicate<StateNode> lets) {
        super(node);
        this.model = model;
        this.changes = changes;
        this.lets = lets;
        setExpanded(model.isOpen(node));
        expandedProperty().subscribe((_, open) -> model.remember(node.path(), open));
    }

    @Override
    public boolean isLeaf() {
        return !getValue().isGroup();
    }

    @Override
    public javafx.collections.ObservableList<TreeItem<StateNode>> getChildren() {
        if (!filled) {
            filled = true;
            List<StateItem> children = getValue().children(changes).stream()
                    .filter(lets)
                    .map(node -> new StateItem(node, model, changes, lets))
                    .toList();
            super.getChildren().setAll(children);
        }
        return super.getChildren();
    }
}
