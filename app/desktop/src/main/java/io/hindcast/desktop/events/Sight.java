package io.hindcast.desktop.events;

import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;

/// Keeps the chosen row of a table in sight, whatever becomes of the room: it is scrolled only when the row is outside or at
/// an edge, and then to the middle; less room scrolls no further than it takes. All rows are of one height.
final class Sight {
    /// What was scrolled is looked at again, because the end of a list may stop it short; not for ever, because a table may be
    /// too low for a row.
    private static final int MOST_TRIES = 4;

    private final TableView<?> table;
    private boolean planned;
    private int tries;
    private int row = -1;

    Sight(TableView<?> table) {
        this.table = table;
        table.heightProperty().subscribe((_, _) -> look(1));
        table.itemsProperty().subscribe((_, _) -> look(0));
    }

    /// From now on this row is the one to be seen; -1 for none.
    void bring(int wanted) {
        keep(wanted);
        look(0);
    }

    /// The same of a row that was chosen where it is seen: nothing moves below the pointer.
    void keep(int wanted) {
        row = wanted;
    }

    /// @param from after the first try nothing is scrolled further than it takes
    private void look(int from) {
        tries = Math.min(tries, from);
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
        if (row < 0 || row >= table.getItems().size() || tries == MOST_TRIES) {
            return;
        }
        table.applyCss();
        table.layout();
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            tries++;
            if (!isSeen(flow)) {
                plan();
            }
        }
    }

    /// Scrolls unless the row is seen: at first also away from an edge, later no more than it takes.
    private boolean isSeen(VirtualFlow<?> flow) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        double height = first.getHeight();
        double above = -(first.getLayoutY() + (row - first.getIndex()) * height);
        double below = height - above - room(flow);
        boolean atEdge = (row > 0 && above >= 0) || (row < table.getItems().size() - 1 && below >= 0);
        if (above <= 0 && below <= 0 && !(atEdge && tries == 1)) {
            return true;
        }
        if (tries == 1) {
            table.scrollTo(Math.max(0, row - (int) (room(flow) / height) / 2));
        } else {
            flow.scrollPixels(below > 0 ? below : -above);
        }
        return false;
    }

    private static double room(VirtualFlow<?> flow) {
        return flow.lookup(".clipped-container") instanceof Region rows ? rows.getHeight() : flow.getHeight();
    }
}
