package io.hindcast.desktop.workspace;

import io.hindcast.engine.workspace.WorkspaceFile.Entry;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One store as it is shown: what the file says of it, and how it stands, which is found out after a while.
record StoreRow(Entry entry, ObjectProperty<Standing> standingProperty) {
    /// A store that nobody tried yet.
    StoreRow(Entry entry) {
        this(entry, new SimpleObjectProperty<>(new Standing.Waiting()));
    }

    Standing standing() {
        return standingProperty.get();
    }

    /// The same store, of which something else is said that does not matter for how it stands.
    StoreRow with(Entry said) {
        return new StoreRow(said, standingProperty);
    }
}
