package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.Layout.Skip;
import io.hindcast.connector.jdbc.layout.SnapshotTable;
import io.hindcast.event.PayloadShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out what a source says of itself.
final class Introduction {
    /// Counting what is not read must not keep a large store from opening; then the count is unknown.
    private static final Duration COUNT_TIME_OUT = Duration.ofSeconds(10);

    private final Connections connections;
    private final StoreContents contents;
    private final String connector;
    private final boolean hasSnapshots;

    Introduction(Connections connections, StoreContents contents, String connector, boolean hasSnapshots) {
        this.connections = connections;
        this.contents = contents;
        this.connector = connector;
        this.hasSnapshots = hasSnapshots;
    }

    /// What only a connection can tell.
    private record Told(String version, List<Proof> proofs) {}

    SourceInfo info() {
        var layout = contents.layout();
        var events = layout.events();
        var dialect = connections.dialect();
        var told = connections.use(connection -> new Told(dialect.storeVersion(connection), dialect.prove(connection)));
        return new SourceInfo(
                connector,
                layout.system(),
                layout.name(),
                contents.signs(),
                told.version(),
                told.proofs(),
                notRead(),
                capabilities(layout),
                events.dataShape(),
                events.metadataShape(),
                layout.snapshots().map(SnapshotTable::stateShape).orElseGet(() -> PayloadShape.of("json")),
                layout.fields());
    }

    private Set<Capability> capabilities(Layout layout) {
        var headers = mapping();
        var capabilities = EnumSet.of(Capability.BACKWARD);
        capabilities.addAll(layout.capabilities());
        addIf(headers.isPositioned(), Capability.GLOBAL_ORDER, capabilities);
        addIf(headers.hasTimes(), Capability.RECORDED_TIME, capabilities);
        addIf(headers.isCheap(), Capability.CHEAP_HEADERS, capabilities);
        addIf(hasSnapshots, Capability.SNAPSHOTS, capabilities);
        return capabilities;
    }

    private static void addIf(boolean holds, Capability capability, Set<Capability> capabilities) {
        if (holds) {
            capabilities.add(capability);
        }
    }

    private EventMapping mapping() {
        return new EventMapping(contents.layout().events(), contents.events(), connections.dialect(), Detail.HEADERS);
    }

    private List<NotRead> notRead() {
        var notRead = new ArrayList<NotRead>();
        var before = new ArrayList<Skip>();
        for (Skip skip : layout().skips()) {
            count(skip, before)
                    .filter(rows -> rows != 0)
                    .ifPresent(rows -> notRead.add(new NotRead(skip.what(), rows, skip.because())));
            before.add(skip);
        }
        layout().snapshots().filter(meaning -> !meaning.isInEventTable()).ifPresent(meaning -> {
            for (Table table : contents.snapshots()) {
                otherRows(meaning, table).ifPresent(notRead::add);
            }
        });
        contents.others()
                .forEach(table -> notRead.add(new NotRead(
                        "table " + table, -1, "another event table; the setting 'tables' chooses which is read")));
        return notRead;
    }

    /// Rows of a snapshot table that are no snapshots of a stream.
    private Optional<NotRead> otherRows(SnapshotTable meaning, Table table) {
        if (meaning.when().isEmpty()) {
            return Optional.empty();
        }
        var binder = new Binder(connections.dialect(), table);
        var query = new QueryText().add("SELECT COUNT(*) FROM " + EventQueries.from(binder) + " WHERE (");
        new Conditions(binder).write(meaning.when().get(), query);
        query.add(") IS NOT TRUE");
        long rows = rows(query);
        return rows == 0
                ? Optional.empty()
                : Optional.of(new NotRead(
                        "other rows of table " + table.title(),
                        rows,
                        meaning.because().orElse("they are no snapshots of a stream")));
    }

    private Layout layout() {
        return contents.layout();
    }

    /// How many rows a rule leaves out that no rule before it does; absent when the rule has no meaning here.
    private Optional<Long> count(Skip skip, List<Skip> before) {
        var binder = mapping().binder();
        var conditions = new Conditions(binder);
        if (!conditions.applies(skip.when())) {
            return Optional.empty();
        }
        var query = new QueryText().add("SELECT COUNT(*) FROM " + EventQueries.from(binder) + " WHERE (");
        conditions.write(skip.when(), query);
        query.add(")");
        for (Skip earlier : before) {
            if (conditions.applies(earlier.when())) {
                query.add(" AND (");
                conditions.write(earlier.when(), query);
                query.add(") IS NOT TRUE");
            }
        }
        return Optional.of(rows(query));
    }

    /// The count, or -1 when counting took too long.
    private long rows(QueryText query) {
        try {
            return connections.use(connection -> counted(connection, query.query(List.of(), 1)));
        } catch (ConnectorException e) {
            if (e.kind() == ConnectorException.Kind.TIMEOUT) {
                return -1;
            }
            throw e;
        }
    }

    private static long counted(Connection connection, PageQuery query) throws SQLException {
        try (var statement = connection.prepareStatement(query.sql())) {
            statement.setQueryTimeout(Math.toIntExact(COUNT_TIME_OUT.toSeconds()));
            ResultSetReader.bind(statement, query.values());
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        } catch (SQLTimeoutException e) {
            throw new ConnectorException(ConnectorException.Kind.TIMEOUT, "Counting took too long.", e);
        }
    }
}
