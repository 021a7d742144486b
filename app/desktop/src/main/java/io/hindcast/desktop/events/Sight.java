package io.hindcast.desktop.events;

import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// Keeps the chosen row of a table in sight: it is scrolled only when the row is outside, and then to the middle.
final class Sight {
    private final TableView<?> table;
    private boolean planned;
    private int row;

    Sight(TableView<?> table) {
        this.table = table;
        table.heightProperty().subscribe((_, _) -> plan());
        table.itemsProperty().subscribe((_, _) -> plan());
    }

    void bring(int wanted) {
        row = wanted;
        plan();
    }

    /// The table knows what is in sight only after it was laid out.
    private void plan() {
        if (!planned) {
            planned = true;
            Platform.runLater(this::look);
        }
    }

    private void look() {
        planned = false;
        if (row < 0 || row >= table.getItems().size()) {
            return;
        }
        table.applyCss();
        table.layout();
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            boolean inside =
                    first != null && last != null && row > first.getIndex() && row < last.getIndex();
            if (!inside) {
                int visible = first == null || last == null ? 1 : last.getIndex() - first.getIndex();
                table.scrollTo(Math.max(0, row - visible / 2));
            }
        }
    }
}
