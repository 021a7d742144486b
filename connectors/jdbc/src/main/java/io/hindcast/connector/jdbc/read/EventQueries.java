package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.Reading;
import io.hindcast.connector.jdbc.dialect.RowPlaces;
import io.hindcast.connector.jdbc.dialect.Slot;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.dialect.Written;
import io.hindcast.connector.jdbc.layout.Layout.Skip;
import io.hindcast.connector.jdbc.tail.Bound;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the statements for the pages of one request.
final class EventQueries {
    /// The letter of the order of the whole store, oldest first.
    static final char FORWARD = 'p';

    private final ReadRequest request;
    private final EventMapping mapping;
    private final Conditions conditions;
    private final List<Skip> skips;
    private final ChosenRows rows;
    private final Keyset keys;
    private final LeftOut leftOut;

    EventQueries(ReadRequest request, EventMapping mapping, List<Skip> skips, LeftOut leftOut) {
        this(request, mapping, skips, leftOut, Sieve.none(mapping.binder().dialect()));
    }

    /// @param sieve what is left out of the rows
    EventQueries(ReadRequest request, EventMapping mapping, List<Skip> skips, LeftOut leftOut, Sieve sieve) {
        this.request = request;
        this.leftOut = leftOut;
        this.mapping = mapping;
        this.conditions = new Conditions(mapping.binder());
        this.skips =
                skips.stream().filter(skip -> conditions.applies(skip.when())).toList();
        this.rows = new ChosenRows(request, mapping, this.skips, leftOut, sieve);
        this.keys = isStream() ? mapping.streamOrder(alike()) : mapping.storeOrder();
    }

    /// What is left to be asked of the rows.
    Choice choice() {
        return rows.choice();
    }

    /// From now on the database is asked every rule that leaves rows out.
    void askAll() {
        leftOut.foundMany();
    }

    Keyset keys() {
        return keys;
    }

    /// The letter of the order in bookmarks: store or stream, forward or backward.
    char order() {
        boolean forward = request.direction() == ReadRequest.Direction.FORWARD;
        return isStream() ? (forward ? 'v' : 'w') : (forward ? FORWARD : 'q');
    }

    /// The page behind a row; from the start when the key is empty.
    PageQuery page(List<KeyPart> last) {
        return page(last, OptionalLong.empty());
    }

    /// The column of numbers by which several stretches of the selection can be read at the same time: positions of the
    /// whole store, versions of one stream.
    Optional<Column> line() {
        return switch (request.selection()) {
            case Selection.Store() -> mapping.numberLine();
            case Selection.Category(_) -> Optional.empty();
            case Selection.Stream(_) ->
                mapping.versionLine().filter(_ -> new StreamChoice(mapping.stream(), conditions).canBeWritten());
        };
    }

    /// The first page of those rows whose numbers lie above one and not above another, see [#line()].
    PageQuery stretch(long after, long upTo) {
        var query = start();
        compare(" > ", after, query);
        compare(" <= ", upTo, query);
        return end(query);
    }

    /// The page behind a row, up to a number.
    PageQuery rest(List<KeyPart> last, long upTo) {
        var query = start();
        goOn(last, query);
        compare(" <= ", upTo, query);
        return end(query);
    }

    private void compare(String sign, long number, QueryText query) {
        var column = line().orElseThrow();
        query.add(" AND " + conditions.quoted(column) + sign)
                .bind(dialect().placeholder(column), new KeyPart.Number(number));
    }

    /// The lowest and the highest position, each found by itself: together, some databases read the whole table.
    PageQuery ends() {
        String name = conditions.quoted(mapping.numberLine().orElseThrow());
        String from = " FROM " + mapping.binder().tables().quoted(dialect());
        return new QueryText()
                .add("SELECT (SELECT MIN(%1$s)%2$s), (SELECT MAX(%1$s)%2$s)".formatted(name, from))
                .query(List.of(), 1);
    }

    /// The keys of what lies behind a row, and where the rows lie: key parts first, then [RowPlaces#columns()].
    PageQuery order(List<KeyPart> last, RowPlaces places, int most) {
        var tables = mapping.binder().tables();
        var slots = Stream.concat(keys.columns().stream(), places.columns().stream().map(tables::named))
                .map(column -> new Slot(column, Reading.KEY))
                .toList();
        var query = rows.select(slots, Written.of(dialect().from(places.told(asked(slots)))), "");
        goOn(last, query);
        query.add(" ORDER BY " + keys.orderBy(request.direction()) + " LIMIT " + most);
        return query.query(slots, most);
    }

    /// The rows at some places that lie behind a row.
    PageQuery among(long[] numbers, RowPlaces places, List<KeyPart> last) {
        String hint = mapping.binder().table().isMadeUp() ? "" : dialect().byPlaces();
        var query = rows.select(mapping.slots(), places.from(asked(mapping.slots()), dialect(), numbers), hint);
        query.add(" AND ").add(places.among(mapping.binder().tables()::named, dialect(), numbers));
        goOn(last, query);
        return end(query);
    }

    /// How the rows are found again, where their order is not one of the numbers by which a store is read in stretches.
    Optional<RowPlaces> places() {
        return !isStream() && mapping.numberLine().isPresent()
                ? Optional.empty()
                : mapping.binder().tables().places(dialect()).filter(places -> request.pageSize() <= places.mostAtOnce());
    }

    /// Whether an index gives the rows in their order: those of a stream behind the columns that name it, or among others.
    boolean areGivenBy(Indexes indexes) {
        if (!isStream()) {
            return indexes.give(Set.of(), keys.asked());
        }
        var names = mapping.stream().columns().stream().map(Column::name).collect(Collectors.toSet());
        boolean nearby = isReadNearby();
        if (isSorted() && !nearby) {
            return false;
        }
        return indexes.give(names, nearby ? keys.asked().subList(0, 1) : keys.asked());
    }

    /// The columns that hold the same in all rows of the stream.
    private Set<String> alike() {
        return request.selection() instanceof Selection.Stream(String name)
                        && new StreamChoice(mapping.stream(), conditions).isOneWay(name)
                ? mapping.stream().columns().stream()
                        .filter(column -> !column.nullable() && mapping.binder().table().columns().contains(column))
                        .map(Column::name)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Dialect dialect() {
        return mapping.binder().dialect();
    }

    /// The table itself; of one that is made up of several, only the columns that a statement speaks of.
    private Table asked(List<Slot> slots) {
        var chosen = request.selection() instanceof Selection.Store
                ? Stream.<BoundValue>empty()
                : Stream.of(Optional.of(mapping.stream()), mapping.category(), mapping.version()).flatMap(Optional::stream);
        return new AskedColumns(mapping.binder())
                .and(slots.stream().map(Slot::column))
                .and(keys.columns().stream())
                .and(chosen.flatMap(value -> value.allColumns().stream()))
                .andOf(skips.stream().map(Skip::when))
                .table();
    }

    /// Only what lies behind a row; everything when the key is empty.
    private void goOn(List<KeyPart> last, QueryText query) {
        if (!last.isEmpty()) {
            query.add(" AND ");
            keys.behind(last, request.direction(), query);
        }
    }

    private PageQuery end(QueryText query) {
        query.add(" ORDER BY " + keys.orderBy(request.direction()) + " LIMIT " + request.pageSize());
        return query.query(mapping.slots(), request.pageSize());
    }

    private QueryText start() {
        return rows.select(mapping.slots(), Written.of(dialect().from(asked(mapping.slots()))), "");
    }

    /// As [#page], but only among the versions that a page without gaps would hold; absent where that saves nothing.
    Optional<PageQuery> nearPage(List<KeyPart> last) {
        if (!isReadNearby()) {
            return Optional.empty();
        }
        boolean forward = request.direction() == ReadRequest.Direction.FORWARD;
        long start = forward
                ? Math.max(request.versions().after(), -1)
                : request.versions().upTo();
        long from = !last.isEmpty() && last.getFirst() instanceof KeyPart.Number(long version) ? version : start;
        if (Math.abs(from) > Long.MAX_VALUE / 2) {
            return Optional.empty();
        }
        return Optional.of(page(last, OptionalLong.of(from + (forward ? request.pageSize() : -request.pageSize()))));
    }

    private boolean isReadNearby() {
        return isSorted()
                && mapping.isOrderedByVersion()
                && mapping.versionColumn().filter(column -> !column.nullable()).isPresent();
    }

    /// As [#page], but of complete rows only.
    PageQuery page(List<KeyPart> last, Bound bound) {
        return end(behind(last, bound));
    }

    /// How many rows a page of such a size would hold.
    PageQuery count(List<KeyPart> last, Bound bound, long most) {
        var inner = behind(last, bound);
        inner.add(" LIMIT " + most);
        return inner.within("SELECT COUNT(*) FROM (", ") AS counted").query(List.of(), 1);
    }

    private QueryText behind(List<KeyPart> last, Bound bound) {
        var query = start();
        goOn(last, query);
        switch (bound) {
            case Bound.Unknown() -> query.add(" AND 1 = 0");
            case Bound.UpTo(long position) -> upTo(" <= ", position, query);
            case Bound.Below(long transaction) -> upTo(" < ", transaction, query);
            case Bound.Everything() -> {}
        }
        return query;
    }

    private void upTo(String compared, long number, QueryText query) {
        var column = mapping.position().getFirst().plainColumn().orElseThrow();
        query.add(" AND " + conditions.quoted(column) + compared)
                .bind(dialect().placeholder(column), new KeyPart.Number(number));
    }

    private PageQuery page(List<KeyPart> last, OptionalLong bound) {
        var query = start();
        if (bound.isPresent()) {
            query.add(" AND ")
                    .add(conditions.quoted(mapping.versionColumn().orElseThrow()))
                    .add(request.direction() == ReadRequest.Direction.FORWARD ? " <= " : " >= ")
                    .bind("?", new KeyPart.Number(bound.getAsLong()));
        }
        goOn(last, query);
        return end(query);
    }

    /// Whether the database sorts the whole stream for every page.
    private boolean isSorted() {
        return request.selection() instanceof Selection.Stream(String name)
                && (dialect().sortsWhole()
                        || new StreamChoice(mapping.stream(), conditions).isSpread(name));
    }

    private boolean isStream() {
        return request.selection() instanceof Selection.Stream;
    }
}
