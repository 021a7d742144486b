package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.Slot;
import io.hindcast.connector.jdbc.layout.EventTable;
import io.hindcast.connector.jdbc.layout.Value;
import io.hindcast.event.EventPage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The event columns of a layout on a real table: what to select, how to order, and how a row becomes an event.
final class EventMapping {
    private final EventTable meaning;
    private final Binder binder;
    private final BoundValue stream;
    private final Optional<BoundValue> category;
    private final Optional<BoundValue> version;
    private final List<BoundValue> position;
    private final List<BoundValue> streamOrder;
    private final Optional<BoundValue> id;
    private final BoundValue type;
    private final Optional<BoundValue> recorded;
    private final Optional<BoundValue> data;
    private final Optional<BoundValue> metadata;
    private final MetadataColumns columnsOfMetadata;

    EventMapping(EventTable meaning, Tables tables, Dialect dialect, Detail detail) {
        this.meaning = meaning;
        this.binder = new Binder(dialect, tables);
        this.stream = binder.text(meaning.stream());
        this.category = there(meaning.category()).map(binder::text);
        this.version = there(meaning.version()).map(binder::number);
        this.position = meaning.position().stream().map(binder::number).toList();
        this.streamOrder = meaning.streamOrder().stream().map(binder::number).toList();
        this.id = there(meaning.id()).map(binder::text);
        this.type = binder.text(meaning.type());
        this.recorded = there(meaning.recorded()).map(binder::instant);
        boolean full = detail == Detail.FULL;
        this.data = there(meaning.data()).filter(_ -> full).map(binder::bytes);
        this.metadata = there(meaning.metadata()).filter(_ -> full).map(binder::bytes);
        this.columnsOfMetadata = new MetadataColumns(full ? meaning.metadataWith() : List.of(), binder);
    }

    private Optional<Value> there(Optional<Value> value) {
        return value.filter(binder::has);
    }

    Binder binder() {
        return binder;
    }

    BoundValue stream() {
        return stream;
    }

    Optional<BoundValue> category() {
        return category;
    }

    Optional<Column> versionColumn() {
        return version.flatMap(BoundValue::plainColumn);
    }

    boolean isPositioned() {
        return !position.isEmpty();
    }

    boolean hasTimes() {
        return recorded.isPresent();
    }

    /// Whether the columns of bodies stay unread.
    boolean isCheap() {
        var apart = new Binder(binder.dialect(), binder.tables());
        var bodies = Stream.of(meaning.data(), meaning.metadata())
                .flatMap(value -> there(value).stream())
                .flatMap(value -> apart.bytes(value).allColumns().stream())
                .collect(Collectors.toSet());
        return slots().stream().map(Slot::column).noneMatch(bodies::contains);
    }

    List<Slot> slots() {
        return binder.slots().list();
    }

    /// The order of the whole store.
    Keyset storeOrder() {
        var keys = new ArrayList<>(positionColumns());
        if (keys.isEmpty()) {
            timeColumn().ifPresent(keys::add);
            keys.addAll(stream.columns());
            versionColumn().ifPresent(keys::add);
        }
        return complete(keys);
    }

    /// The order within one stream.
    Keyset streamOrder() {
        var keys = new ArrayList<>(columns(streamOrder));
        if (keys.isEmpty()) {
            versionColumn().ifPresent(keys::add);
        }
        keys.addAll(positionColumns());
        if (keys.isEmpty()) {
            timeColumn().ifPresent(keys::add);
        }
        return complete(keys);
    }

    /// The column that is the time itself; a time inside a body orders nothing.
    private Optional<Column> timeColumn() {
        return recorded.filter(value -> value.steps().size() == 1).flatMap(BoundValue::onlyColumn);
    }

    private List<Column> positionColumns() {
        return columns(position);
    }

    private static List<Column> columns(List<BoundValue> values) {
        return values.stream().flatMap(value -> value.plainColumn().stream()).toList();
    }

    /// Whether the events of a stream come by their versions.
    boolean isOrderedByVersion() {
        return streamOrder.isEmpty();
    }

    private Keyset complete(List<Column> keys) {
        boolean unique = isPositioned() && meaning.positionUnique();
        return new Keyset(binder, unique ? keys : TieBreak.added(keys, binder, stream));
    }

    /// Adds the row to the page if it is one of those asked for.
    ///
    /// @return how many bytes it brought, -1 when it was not added
    long add(
            Row row,
            Predicate<String> streams,
            Predicate<String> categories,
            VersionRange versions,
            EventPage.Builder page)
            throws SQLException {
        var troubles = new Troubles();
        String name = troubles.orElse("stream", () -> stream.text(row), "no stream");
        String family = category.isEmpty()
                ? ""
                : troubles.orElse("category", () -> category.get().text(row), null);
        if (!streams.test(name) || !categories.test(family) || !isIn(versions, row)) {
            return -1;
        }
        page.stream(name, family);
        page.type(troubles.orElse("type", () -> type.text(row), "no type"));
        addVersion(row, page, troubles);
        addPosition(row, page, troubles);
        if (id.isPresent()) {
            String text = troubles.value("id", () -> id.get().text(row));
            if (text != null) {
                page.id(text);
            }
        }
        addTime(row, page, troubles);
        long bytes = addBodies(row, page, troubles);
        troubles.forEach(page::trouble);
        page.endRow();
        return bytes;
    }

    /// Whether a row's version lies in the range, where it is worked out and the database could not be asked.
    private boolean isIn(VersionRange range, Row row) throws SQLException {
        if (version.isEmpty()
                || range.equals(VersionRange.all())
                || versionColumn().isPresent()) {
            return true;
        }
        Long number = new Troubles().value("version", () -> version.get().number(row));
        return number != null && number > range.after() && number <= range.upTo();
    }

    private void addVersion(Row row, EventPage.Builder page, Troubles troubles) throws SQLException {
        if (version.isPresent()) {
            Long number = troubles.required("version", () -> version.get().number(row), isVersionOptional());
            if (number != null) {
                page.version(number);
                if (number < 0) {
                    troubles.add("the version is negative");
                }
            }
        }
    }

    /// Whether the system writes events without a version too.
    private boolean isVersionOptional() {
        return meaning.version().filter(Value::optional).isPresent();
    }

    private void addPosition(Row row, EventPage.Builder page, Troubles troubles) throws SQLException {
        if (position.isEmpty()) {
            return;
        }
        Long first = troubles.required("position", () -> position.getFirst().number(row));
        Long last = position.size() == 1
                ? first
                : troubles.required("position", () -> position.getLast().number(row));
        page.position(position.size() == 1 || first == null ? 0 : first, last == null ? 0 : last);
    }

    private void addTime(Row row, EventPage.Builder page, Troubles troubles) throws SQLException {
        if (recorded.isPresent()) {
            var instant =
                    troubles.required("recorded time", () -> recorded.get().instant(row));
            if (instant != null) {
                page.recordedAt(instant);
            }
        }
    }

    private byte @Nullable [] metadata(Row row) throws SQLException {
        byte @Nullable [] own = metadata.isPresent() ? metadata.get().bytes(row) : null;
        return columnsOfMetadata.isEmpty() ? own : columnsOfMetadata.added(own, row);
    }

    private long addBodies(Row row, EventPage.Builder page, Troubles troubles) throws SQLException {
        long bytes = 0;
        if (data.isPresent()) {
            byte @Nullable [] body = troubles.value("body", () -> data.get().bytes(row));
            if (body != null) {
                page.data(body);
                bytes += body.length;
            }
        }
        if (metadata.isPresent() || !columnsOfMetadata.isEmpty()) {
            byte @Nullable [] body = troubles.value("metadata", () -> metadata(row));
            if (body != null) {
                page.metadata(body);
                bytes += body.length;
            }
        }
        return bytes;
    }
}
