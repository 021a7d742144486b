package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Reading;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.Slot;
import io.hindcast.connector.jdbc.layout.EventTable;
import io.hindcast.connector.jdbc.layout.Value;
import io.hindcast.event.FieldLocation.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The event columns of a layout on a real table: what to select and how to order. [RowReader] makes events of rows.
final class EventMapping {
    private static final BoundValue NOTHING =
            new BoundValue(List.of(new BoundValue.BoundPiece.Literal("")), List.of());

    private final EventTable meaning;
    private final boolean named;
    private final boolean versionOptional;
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
        this(meaning, tables, dialect, detail, true);
    }

    /// Positions, ids and bodies alone.
    static EventMapping ofBodies(EventTable meaning, Tables tables, Dialect dialect) {
        return new EventMapping(meaning, tables, dialect, Detail.FULL, false);
    }

    private EventMapping(EventTable meaning, Tables tables, Dialect dialect, Detail detail, boolean named) {
        this.meaning = meaning;
        this.named = named;
        this.versionOptional = meaning.version().filter(Value::optional).isPresent();
        this.binder = new Binder(dialect, tables);
        this.stream = named ? binder.text(meaning.stream()) : NOTHING;
        this.category = there(meaning.category()).filter(_ -> named).map(binder::text);
        this.version = there(meaning.version()).filter(_ -> named).map(binder::number);
        boolean ordered = !meaning.positionInTable() || !tables.itself().isMadeUp();
        this.position = ordered ? numbers(meaning.position()) : List.of();
        this.streamOrder = !named ? List.of() : numbers(ordered ? meaning.streamOrder() : meaning.position());
        this.id = there(meaning.id()).filter(_ -> detail != Detail.OUTLINE).map(binder::text);
        this.type = named ? binder.text(meaning.type()) : NOTHING;
        this.recorded = there(meaning.recorded()).filter(_ -> named).map(binder::instant);
        boolean full = detail == Detail.FULL;
        this.data = there(meaning.data()).filter(_ -> full).map(binder::bytes);
        this.metadata = there(meaning.metadata()).filter(_ -> full).map(binder::bytes);
        this.columnsOfMetadata = new MetadataColumns(full ? meaning.metadataWith() : List.of(), binder);
    }

    /// Whether rows say of which stream and type they are.
    boolean isNamed() {
        return named;
    }

    /// None where one of them is optional and its column is not there: half of an order is none.
    private List<BoundValue> numbers(List<Value> values) {
        if (values.stream().anyMatch(value -> value.optional() && !binder.has(value))) {
            return List.of();
        }
        return values.stream().map(binder::number).toList();
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

    Optional<BoundValue> version() {
        return version;
    }

    /// Whether the system writes events without a version too.
    boolean isVersionOptional() {
        return versionOptional;
    }

    /// One or two numbers; empty where the store has no order of its own.
    List<BoundValue> position() {
        return position;
    }

    Optional<BoundValue> id() {
        return id;
    }

    BoundValue type() {
        return type;
    }

    Optional<BoundValue> recorded() {
        return recorded;
    }

    Optional<BoundValue> data() {
        return data;
    }

    /// Metadata of one column alone; if absent, see [#metadata(Row)].
    Optional<BoundValue> plainMetadata() {
        return columnsOfMetadata.isEmpty() ? metadata : Optional.empty();
    }

    /// Whether rows have metadata at all.
    boolean hasMetadata() {
        return metadata.isPresent() || !columnsOfMetadata.isEmpty();
    }

    /// The column that alone is the position: a number in every row, in no two the same, and served by an index.
    Optional<Column> numberLine() {
        if (position.size() != 1) {
            return Optional.empty();
        }
        return position.getFirst()
                .plainColumn()
                .filter(column -> binder.table().columns().contains(column)
                        && !column.nullable()
                        && binder.table().uniqueKeys().contains(List.of(column.name())));
    }

    Optional<Column> versionColumn() {
        return version.flatMap(BoundValue::plainColumn);
    }

    /// The version, where it alone orders a stream and an index gives any stretch of it; rows may share a version.
    Optional<Column> versionLine() {
        return versionColumn()
                .filter(column -> isOrderedByVersion()
                        && !column.nullable()
                        && binder.table().columns().contains(column)
                        && binder.table().uniqueKeys().stream().anyMatch(key -> givesVersionsOfStream(key, column)));
    }

    private boolean givesVersionsOfStream(List<String> key, Column version) {
        var names = stream.columns().stream().map(Column::name).toList();
        int place = key.indexOf(version.name());
        return place >= 0 && names.containsAll(key.subList(0, place));
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

    /// The slots of body and metadata that nothing else is read from, and that hold them as the columns do.
    List<Slot> slotsOf(Set<Part> parts) {
        var others = new EventMapping(meaning, binder.tables(), binder.dialect(), Detail.HEADERS);
        new MetadataColumns(meaning.metadataWith(), others.binder);
        if (plainMetadata().isEmpty()) {
            there(meaning.metadata()).ifPresent(others.binder::bytes);
        }
        return Stream.of(
                        data.filter(_ -> parts.contains(Part.DATA)),
                        plainMetadata().filter(_ -> parts.contains(Part.METADATA)))
                .flatMap(value -> value.flatMap(BoundValue::plainColumn).stream())
                .map(column -> new Slot(column, Reading.BYTES))
                .filter(slot -> slots().contains(slot) && !others.slots().contains(slot))
                .filter(slot -> isOf(slot, parts))
                .toList();
    }

    /// Not where the other part, which has to come whole, is read from the same column.
    private boolean isOf(Slot slot, Set<Part> parts) {
        boolean both = data.flatMap(BoundValue::plainColumn).equals(plainMetadata().flatMap(BoundValue::plainColumn));
        return !both || parts.size() == Part.values().length;
    }

    List<Slot> slots() {
        return binder.slots().list();
    }

    /// The order of the whole store.
    Keyset storeOrder() {
        var keys = new ArrayList<>(positionColumns());
        if (keys.isEmpty()) {
            timeColumn().ifPresent(keys::add);
            keys.addAll(stream.isName() ? stream.columns() : List.of());
            versionColumn().ifPresent(keys::add);
        }
        return complete(keys);
    }

    /// The order within one stream.
    ///
    /// @param alike columns that hold the same in all of its rows
    Keyset streamOrder(Set<String> alike) {
        var keys = new ArrayList<>(columns(streamOrder));
        if (keys.isEmpty()) {
            versionColumn().ifPresent(keys::add);
        }
        keys.addAll(positionColumns());
        if (keys.isEmpty()) {
            timeColumn().ifPresent(keys::add);
        }
        var complete = complete(keys);
        for (int first = 1; first < complete.size(); first++) {
            if (isUnique(complete.columns().subList(0, first), alike)) {
                return complete.askingFirst(first);
            }
        }
        return complete;
    }

    /// Whether no two rows share the values of some columns, and hold the same in others.
    private boolean isUnique(List<Column> columns, Set<String> alike) {
        var table = binder.table();
        return table.uniqueKeys().stream()
                .anyMatch(key -> key.stream()
                        .allMatch(name -> alike.contains(name)
                                || columns.stream()
                                        .anyMatch(column -> column.name().equals(name)
                                                && !column.nullable()
                                                && table.columns().contains(column))));
    }

    /// The column that is the time itself; a time inside a body orders nothing.
    Optional<Column> timeColumn() {
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

    /// The metadata, with the columns that are members of it too.
    byte @Nullable [] metadata(Row row) throws SQLException {
        byte @Nullable [] own = metadata.isPresent() ? metadata.get().bytes(row) : null;
        return columnsOfMetadata.isEmpty() ? own : columnsOfMetadata.added(own, row);
    }
}
