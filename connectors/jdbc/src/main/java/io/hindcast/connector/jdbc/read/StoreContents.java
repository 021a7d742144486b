package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Layout;
import java.util.List;

/// What was recognised in a database.
///
/// @param signs by what, one clause each
/// @param snapshots the tables that hold snapshots; the event table itself where they lie in it
/// @param others event tables that were recognised too and are not read, for a person
public record StoreContents(
        Layout layout, Table events, List<Table> snapshots, List<String> signs, List<String> others) {
    public StoreContents {
        snapshots = List.copyOf(snapshots);
        signs = List.copyOf(signs);
        others = List.copyOf(others);
    }
}
