package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.layout.EventTable;
import io.hindcast.connector.jdbc.layout.SnapshotTable;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.StoredSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The snapshots of one table: what to select, how to order, and how a row becomes a snapshot.
final class SnapshotMapping {
    private final SnapshotTable meaning;
    private final Binder binder;
    private final Conditions conditions;
    private final BoundValue stream;
    private final Optional<BoundValue> category;
    private final BoundValue version;
    private final Optional<BoundValue> type;
    private final Optional<BoundValue> recorded;
    private final BoundValue state;
    private final Optional<BoundValue> place;
    private final Keyset keys;

    SnapshotMapping(SnapshotTable meaning, EventTable events, Tables tables, Dialect dialect) {
        this.meaning = meaning;
        this.binder = new Binder(dialect, tables);
        this.conditions = new Conditions(binder);
        this.stream = binder.text(meaning.stream());
        this.category = meaning.category().filter(binder::has).map(binder::text);
        this.version = binder.number(meaning.version());
        this.type = meaning.type().filter(binder::has).map(binder::text);
        this.recorded = meaning.recorded().filter(binder::has).map(binder::instant);
        this.state = binder.bytes(meaning.state());
        this.place = meaning.place().filter(binder::has).map(binder::text);
        this.keys = new Keyset(binder, TieBreak.added(order(events), binder, stream));
    }

    private List<Column> order(EventTable events) {
        var columns = new ArrayList<>(stream.allColumns());
        version.plainColumn().ifPresentOrElse(columns::add, () -> {
            if (meaning.isInEventTable()) {
                events.version()
                        .flatMap(value -> value.plainColumn())
                        .map(binder::column)
                        .ifPresent(columns::add);
            }
        });
        return columns;
    }

    boolean knowsCategories() {
        return category.isPresent();
    }

    Keyset keys() {
        return keys;
    }

    PageQuery page(Optional<String> only, List<KeyPart> last, int limit) {
        var query = new QueryText();
        new FromClause(binder).writeSelect("SELECT ", binder.slots().list(), query);
        choose(only, query);
        if (!last.isEmpty()) {
            query.add(" AND ");
            keys.behind(last, Direction.FORWARD, query);
        }
        query.add(" ORDER BY " + keys.orderBy(Direction.FORWARD));
        query.add(" LIMIT " + limit);
        return query.query(binder.slots().list(), limit);
    }

    PageQuery count() {
        var query = new QueryText().add("SELECT COUNT(*)");
        new FromClause(binder).write(query);
        choose(Optional.empty(), query);
        return query.query(List.of(), 1);
    }

    /// Tells the stream of every snapshot, without reading a state.
    void tellStreams(Connection connection, Consumer<String> streams) throws SQLException {
        var narrow = new Binder(binder.dialect(), binder.tables());
        var name = narrow.text(meaning.stream());
        var query = new QueryText();
        new FromClause(narrow).writeSelect("SELECT ", narrow.slots().list(), query);
        chooseKind(query);
        binder.dialect().read(connection, query.query(narrow.slots().list(), Integer.MAX_VALUE), row -> {
            streams.accept(new Troubles().orElse("stream", () -> name.text(row), "no stream"));
            return true;
        });
    }

    private void chooseKind(QueryText query) {
        query.add(" WHERE 1 = 1");
        meaning.when().ifPresent(condition -> {
            query.add(" AND ");
            conditions.write(condition, query);
        });
    }

    private void choose(Optional<String> only, QueryText query) {
        chooseKind(query);
        var choice = new StreamChoice(stream, conditions);
        if (only.isPresent() && choice.canBeWritten()) {
            query.add(" AND ");
            choice.write(only.get(), query);
        }
    }

    StoredSnapshot snapshot(Row row) throws SQLException {
        var troubles = new Troubles();
        String name = troubles.orElse("stream", () -> stream.text(row), "no stream");
        String family = category.isEmpty()
                ? ""
                : troubles.orElse("category", () -> category.get().text(row), null);
        Long number = troubles.required("version", () -> version.number(row));
        String kind =
                type.isEmpty() ? "" : troubles.orElse("type", () -> type.get().text(row), null);
        Instant instant = recorded.isEmpty()
                ? null
                : troubles.value("recorded time", () -> recorded.get().instant(row));
        var bytes = troubles.required("state", () -> state.bytes(row));
        String where = place.isEmpty()
                ? ""
                : troubles.orElse("place", () -> place.get().text(row), null);
        String reason = troubles.joined();
        return new StoredSnapshot(
                name,
                family,
                number == null ? -1 : number - meaning.versionIncludes(),
                kind,
                Optional.ofNullable(instant),
                bytes == null ? ByteSlice.empty() : ByteSlice.of(bytes),
                "table " + binder.table().title() + (where.isEmpty() ? "" : ", " + where),
                reason.isEmpty() ? Optional.empty() : Optional.of(reason));
    }
}
