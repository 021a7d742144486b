package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.ReadRequest.VersionRange;
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
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.tail.Bound;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
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
    private final Choice choice;
    private final Keyset keys;
    private final LeftOut leftOut;
    private final Sieve sieve;

    EventQueries(ReadRequest request, EventMapping mapping, List<Skip> skips, LeftOut leftOut) {
        this(request, mapping, skips, leftOut, Sieve.none(mapping.binder().dialect()));
    }

    /// @param sieve what is left out of the rows
    EventQueries(ReadRequest request, EventMapping mapping, List<Skip> skips, LeftOut leftOut, Sieve sieve) {
        this.sieve = sieve;
        this.request = request;
        this.leftOut = leftOut;
        this.mapping = mapping;
        this.conditions = new Conditions(mapping.binder());
        this.skips =
                skips.stream().filter(skip -> conditions.applies(skip.when())).toList();
        this.choice = new Choice(streams(), categories(), versions(), skipsByName());
        this.keys = isStream() ? mapping.streamOrder(alike()) : mapping.storeOrder();
    }

    private NameSkips skipsByName() {
        return NameSkips.of(
                skips.stream().filter(this::isAskedHere).toList(), mapping.binder(), conditions);
    }

    private boolean isAskedHere(Skip skip) {
        return mapping.isNamed() && NameSkips.takes(skip.when(), mapping.binder(), mapping.stream());
    }

    /// What is left to be asked of the rows.
    Choice choice() {
        return choice;
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
        query.add(" AND ");
        keys.behind(last, request.direction(), query);
        compare(" <= ", upTo, query);
        return end(query);
    }

    private void compare(String sign, long number, QueryText query) {
        var column = line().orElseThrow();
        query.add(" AND " + conditions.quoted(column) + sign)
                .bind(mapping.binder().dialect().placeholder(column), new KeyPart.Number(number));
    }

    /// The lowest and the highest position, each found by itself: together, some databases read the whole table.
    PageQuery ends() {
        String name = conditions.quoted(mapping.numberLine().orElseThrow());
        String from = " FROM " + mapping.binder().tables().quoted(mapping.binder().dialect());
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
        var query = start(slots, Written.of(dialect().from(places.told(asked(slots)))), "");
        if (!last.isEmpty()) {
            query.add(" AND ");
            keys.behind(last, request.direction(), query);
        }
        query.add(" ORDER BY " + keys.orderBy(request.direction()) + " LIMIT " + most);
        return query.query(slots, most);
    }

    /// The rows at some places that lie behind a row.
    PageQuery among(long[] rows, RowPlaces places, List<KeyPart> last) {
        String hint = mapping.binder().table().isMadeUp() ? "" : dialect().byPlaces();
        var query = start(mapping.slots(), places.from(asked(mapping.slots()), dialect(), rows), hint);
        query.add(" AND ").add(places.among(mapping.binder().tables()::named, dialect(), rows));
        if (!last.isEmpty()) {
            query.add(" AND ");
            keys.behind(last, request.direction(), query);
        }
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

    private PageQuery end(QueryText query) {
        query.add(" ORDER BY " + keys.orderBy(request.direction()) + " LIMIT " + request.pageSize());
        return query.query(mapping.slots(), request.pageSize());
    }

    private QueryText start() {
        return start(mapping.slots());
    }

    private QueryText start(List<Slot> slots) {
        return start(slots, Written.of(dialect().from(asked(slots))), "");
    }

    private QueryText start(List<Slot> slots, Written itself, String hint) {
        var query = new QueryText();
        query.add("SELECT ").add(slots.stream().map(sieve::select).collect(Collectors.joining(", ")));
        new FromClause(mapping.binder()).write(itself, hint, query);
        query.add(" WHERE 1 = 1");
        boolean here = request.selection() instanceof Selection.Store && !leftOut.areMany();
        for (Skip skip : skips) {
            if (!here || !isAskedHere(skip)) {
                query.add(" AND ");
                conditions.writeNot(skip.when(), query);
            }
        }
        choose(query);
        return query;
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
        if (!last.isEmpty()) {
            query.add(" AND ");
            keys.behind(last, request.direction(), query);
        }
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
                .bind(mapping.binder().dialect().placeholder(column), new KeyPart.Number(number));
    }

    private PageQuery page(List<KeyPart> last, OptionalLong bound) {
        var query = start();
        if (bound.isPresent()) {
            query.add(" AND ")
                    .add(conditions.quoted(mapping.versionColumn().orElseThrow()))
                    .add(request.direction() == ReadRequest.Direction.FORWARD ? " <= " : " >= ")
                    .bind("?", new KeyPart.Number(bound.getAsLong()));
        }
        if (!last.isEmpty()) {
            query.add(" AND ");
            keys.behind(last, request.direction(), query);
        }
        return end(query);
    }

    /// @param verb `SELECT` or `SELECT DISTINCT`, with a space behind
    static void writeSelect(QueryText query, String verb, Binder binder, List<Slot> slots) {
        Dialect dialect = binder.dialect();
        query.add(verb)
                .add(slots.stream()
                        .map(slot -> dialect.select(slot.column(), slot.reading()))
                        .collect(Collectors.joining(", ")));
        new FromClause(binder).write(query);
    }

    private Predicate<String> streams() {
        return request.selection() instanceof Selection.Stream(String name) ? name::equals : _ -> true;
    }

    private Predicate<String> categories() {
        return request.selection() instanceof Selection.Category(String name) ? name::equals : _ -> true;
    }

    private VersionRange versions() {
        return isStream() ? request.versions() : VersionRange.all();
    }

    /// Whether the database sorts the whole stream for every page.
    private boolean isSorted() {
        return request.selection() instanceof Selection.Stream(String name)
                && (mapping.binder().dialect().sortsWhole()
                        || new StreamChoice(mapping.stream(), conditions).isSpread(name));
    }

    private boolean isStream() {
        return request.selection() instanceof Selection.Stream;
    }

    private void choose(QueryText query) {
        switch (request.selection()) {
            case Selection.Store() -> {}
            case Selection.Category(String name) -> chooseCategory(name, query);
            case Selection.Stream(String name) -> {
                var choice = new StreamChoice(mapping.stream(), conditions);
                if (choice.canBeWritten()) {
                    query.add(" AND ");
                    choice.write(name, query);
                }
                chooseVersions(query);
            }
        }
    }

    private void chooseCategory(String name, QueryText query) {
        var category = mapping.category();
        var column = category.flatMap(BoundValue::onlyColumn);
        if (category.isEmpty() || column.isEmpty()) {
            query.add(category.isEmpty() && !name.isEmpty() ? " AND 1 = 0" : "");
        } else if (category.get().steps().isEmpty()) {
            query.add(" AND ");
            conditions.equals(column.get(), name, query);
        } else if (!name.isEmpty() && category.get().steps().stream().allMatch(Step.Before.class::isInstance)) {
            query.add(" AND ");
            conditions.operand(column.get(), category.get().steps(), query);
            query.add(" = ").bindText(name);
        }
    }

    private void chooseVersions(QueryText query) {
        var range = request.versions();
        var column = mapping.versionColumn();
        if (column.isEmpty()) {
            return;
        }
        String name = conditions.quoted(column.get());
        if (range.after() != Long.MIN_VALUE) {
            query.add(" AND " + name + " > ").bind("?", new KeyPart.Number(range.after()));
        }
        if (range.upTo() != Long.MAX_VALUE) {
            query.add(" AND " + name + " <= ").bind("?", new KeyPart.Number(range.upTo()));
        }
    }
}
