package io.hindcast.desktop.events;

import javafx.collections.ObservableListBase;

/// The rows as the table wants them: nothing is held, a row is made when it is asked for.
final class VirtualRows extends ObservableListBase<EventRow> {
    private final Rows rows;

    VirtualRows(Rows rows) {
        this.rows = rows;
    }

    @Override
    public EventRow get(int row) {
        return rows.row(row);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
