package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.Layout.Skip;
import io.hindcast.connector.jdbc.layout.SnapshotTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Counts the rows that are no events. A count may read a whole table, so that nobody waits for it who opens a store.
final class Census {
    /// Behind this a count is unknown.
    private static final Duration COUNT_TIME_OUT = Duration.ofSeconds(10);

    private final Connections connections;
    private final StoreContents contents;

    Census(Connections connections, StoreContents contents) {
        this.connections = connections;
        this.contents = contents;
    }

    private EventMapping mapping() {
        return new EventMapping(contents.layout().events(), contents.eventTables(), connections.dialect(), Detail.HEADERS);
    }

    /// Rows by reason, those that a rule names first.
    List<NotRead> count() {
        var notRead = new ArrayList<NotRead>();
        var before = new ArrayList<Skip>();
        for (Skip skip : layout().skips()) {
            count(skip, before)
                    .filter(rows -> rows != 0)
                    .ifPresent(rows -> notRead.add(new NotRead(skip.what(), rows, skip.because())));
            before.add(skip);
        }
        withoutPartner().ifPresent(notRead::add);
        contents.joins().forEach(joined -> others(joined).ifPresent(notRead::add));
        layout().snapshots().filter(meaning -> !meaning.isInEventTable()).ifPresent(meaning -> {
            for (Table table : contents.snapshots()) {
                otherRows(meaning, table).ifPresent(notRead::add);
            }
        });
        return notRead;
    }

    /// Rows of a joined table beside the first partner of each.
    private Optional<NotRead> others(JoinedTable joined) {
        var others = joined.join().others();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var binder = new Binder(connections.dialect(), Tables.alone(joined));
        String key = connections.dialect().name(binder.column(joined.join().key()));
        var query = new QueryText().add("SELECT COUNT(*) - COUNT(DISTINCT " + key + ")");
        new FromClause(binder).writeAll(query);
        long rows = rows(query);
        return rows == 0
                ? Optional.empty()
                : Optional.of(new NotRead(others.get().what(), rows, others.get().because()));
    }

    /// Rows of a snapshot table that are no snapshots of a stream.
    private Optional<NotRead> otherRows(SnapshotTable meaning, Table table) {
        if (meaning.when().isEmpty()) {
            return Optional.empty();
        }
        var binder = new Binder(connections.dialect(), contents.snapshotTables(table));
        var query = count(binder).add(" WHERE (");
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
        var query = count(binder).add(" WHERE (");
        conditions.write(skip.when(), query);
        query.add(")");
        writeNot(before, conditions, query);
        return Optional.of(rows(query));
    }

    private static void writeNot(List<Skip> skips, Conditions conditions, QueryText query) {
        for (Skip skip : skips) {
            if (conditions.applies(skip.when())) {
                query.add(" AND ");
                conditions.writeNot(skip.when(), query);
            }
        }
    }

    /// Rows that no rule leaves out, and that are no events all the same, for what makes them one is not there.
    private Optional<NotRead> withoutPartner() {
        var binder = mapping().binder();
        var needed = binder.tables().joins().stream()
                .filter(joined -> joined.join().needed())
                .toList();
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        var query = count(binder).add(" WHERE (");
        for (int i = 0; i < needed.size(); i++) {
            query.add(i == 0 ? "" : " OR ");
            new FromClause(binder).writeAlone(needed.get(i), query);
        }
        query.add(")");
        writeNot(layout().skips(), new Conditions(binder), query);
        long rows = rows(query);
        String names = needed.stream().map(joined -> joined.table().name()).collect(Collectors.joining(", "));
        return rows == 0
                ? Optional.empty()
                : Optional.of(new NotRead(
                        "rows of table " + contents.events().title() + " that stand alone",
                        rows,
                        "the row that belongs to each of them is missing in one of " + names));
    }

    private static QueryText count(Binder binder) {
        var query = new QueryText().add("SELECT COUNT(*)");
        new FromClause(binder).writeAll(query);
        return query;
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
