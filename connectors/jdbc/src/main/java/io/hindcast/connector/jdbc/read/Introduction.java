package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.SnapshotTable;
import io.hindcast.event.PayloadShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Finds out what a source says of itself.
final class Introduction {
    private final Connections connections;
    private final StoreContents contents;
    private final String connector;
    private final boolean hasSnapshots;
    private final boolean canBeFollowed;

    Introduction(
            Connections connections,
            StoreContents contents,
            String connector,
            boolean hasSnapshots,
            boolean canBeFollowed) {
        this.connections = connections;
        this.contents = contents;
        this.connector = connector;
        this.hasSnapshots = hasSnapshots;
        this.canBeFollowed = canBeFollowed;
    }

    /// What only a connection can tell.
    private record Told(String version, List<Proof> proofs, boolean indexesTimes) {}

    SourceInfo info() {
        var layout = contents.layout();
        var events = layout.events();
        var dialect = connections.dialect();
        var told = connections.use(connection -> new Told(
                dialect.storeVersion(connection), dialect.prove(connection), indexesTimes(connection)));
        return new SourceInfo(
                connector,
                layout.system(),
                layout.name(),
                contents.signs(),
                told.version(),
                told.proofs(),
                knownToBeLeftOut(),
                capabilities(layout, told),
                events.dataShape(),
                events.metadataShape(),
                layout.snapshots().map(SnapshotTable::stateShape).orElseGet(() -> PayloadShape.of("json")),
                layout.fields());
    }

    private boolean indexesTimes(Connection connection) throws SQLException {
        var time = mapping().timeColumn().filter(contents.events().columns()::contains);
        return time.isPresent()
                && connections.dialect().leadingColumns(connection, contents.events()).contains(time.get().name());
    }

    private Set<Capability> capabilities(Layout layout, Told told) {
        var headers = mapping();
        var capabilities = EnumSet.of(Capability.BACKWARD);
        capabilities.addAll(layout.capabilities());
        addIf(headers.isPositioned(), Capability.GLOBAL_ORDER, capabilities);
        addIf(headers.hasTimes(), Capability.RECORDED_TIME, capabilities);
        addIf(told.indexesTimes(), Capability.TIME_INDEX, capabilities);
        addIf(headers.isCheap(), Capability.CHEAP_HEADERS, capabilities);
        addIf(hasSnapshots, Capability.SNAPSHOTS, capabilities);
        addIf(canBeFollowed, Capability.LIVE_TAIL, capabilities);
        return capabilities;
    }

    private static void addIf(boolean holds, Capability capability, Set<Capability> capabilities) {
        if (holds) {
            capabilities.add(capability);
        }
    }

    private EventMapping mapping() {
        return new EventMapping(contents.layout().events(), contents.eventTables(), connections.dialect(), Detail.HEADERS);
    }

    /// Whole tables, which take no counting.
    private List<NotRead> knownToBeLeftOut() {
        var notRead = new ArrayList<NotRead>();
        contents.others()
                .forEach(table -> notRead.add(new NotRead(
                        "table " + table, -1, "another event table; the setting 'tables' chooses which is read")));
        notRead.addAll(contents.asides());
        return notRead;
    }
}
