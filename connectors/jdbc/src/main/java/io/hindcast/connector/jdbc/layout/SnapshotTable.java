package io.hindcast.connector.jdbc.layout;

import io.hindcast.event.PayloadShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the application's own snapshots lie.
///
/// @param tables name patterns as in [Recognition#tables()]; a `*` stands for what it stood for in the event
///     table's name if that pattern has one. Empty when snapshots are rows or parts of the event table
/// @param columns columns a snapshot table must have
/// @param types of columns, in the database's names; several are parted by `|`
/// @param when which rows are snapshots; all when absent
/// @param because what the other rows of a table of its own are, for a person
/// @param namedBefore a sign in the names of streams; what stands before it may be another name in those of snapshots
/// @param versionIncludes how many events the version is ahead of the last event included: 0, or 1 where the store
///     writes the next expected version
/// @param place what the row is called, for a person
public record SnapshotTable(
        List<String> tables,
        List<String> columns,
        Map<String, String> types,
        Optional<Condition> when,
        Optional<String> because,
        Value stream,
        Optional<String> namedBefore,
        Optional<Value> category,
        Value version,
        int versionIncludes,
        Optional<Value> type,
        Optional<Value> recorded,
        Value state,
        PayloadShape stateShape,
        Optional<Value> place) {
    public SnapshotTable {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        types = Map.copyOf(types);
    }

    public boolean isInEventTable() {
        return tables.isEmpty();
    }
}
