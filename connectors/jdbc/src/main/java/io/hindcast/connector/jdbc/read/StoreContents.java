package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Layout;
import java.util.List;
import java.util.stream.Stream;

/// What was recognised in a database.
///
/// @param signs by what, one clause each
/// @param joins the tables that the layout joins to the event table, as far as they are there
/// @param snapshotJoins the same for the snapshot tables
/// @param snapshots the tables that hold snapshots; the event table itself where they lie in it
/// @param asides tables of the system that are not read
/// @param others event tables that were recognised too and are not read, for a person
public record StoreContents(
        Layout layout,
        Table events,
        List<JoinedTable> joins,
        List<Table> snapshots,
        List<JoinedTable> snapshotJoins,
        List<String> signs,
        List<String> others,
        List<NotRead> asides) {
    public StoreContents {
        joins = List.copyOf(joins);
        snapshotJoins = List.copyOf(snapshotJoins);
        snapshots = List.copyOf(snapshots);
        signs = List.copyOf(signs);
        others = List.copyOf(others);
        asides = List.copyOf(asides);
    }

    /// The same tables with what was found out about their keys.
    public StoreContents with(Table events, List<Table> snapshots) {
        return new StoreContents(layout, events, joins, snapshots, snapshotJoins, signs, others, asides);
    }

    /// With more tables that are named and not read.
    public StoreContents alsoNotRead(List<NotRead> more) {
        var all = Stream.concat(asides.stream(), more.stream()).toList();
        return new StoreContents(layout, events, joins, snapshots, snapshotJoins, signs, others, all);
    }

    /// The event table with the tables joined to it.
    Tables eventTables() {
        return Tables.of(events, joins).besides(layout.events().columns());
    }

    /// A snapshot table with the tables joined to it.
    Tables snapshotTables(Table table) {
        return Tables.of(table, table.equals(events) ? joins : snapshotJoins);
    }
}
