package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.Slot;
import io.hindcast.connector.jdbc.dialect.Written;
import io.hindcast.connector.jdbc.layout.Layout.Skip;
import io.hindcast.connector.jdbc.layout.Step;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which rows a request is about: what a statement says of it, and what is left to be asked of the rows.
final class ChosenRows {
    private final ReadRequest request;
    private final EventMapping mapping;
    private final Conditions conditions;
    private final List<Skip> skips;
    private final LeftOut leftOut;
    private final Sieve sieve;
    private final Choice choice;

    /// @param skips those that speak of columns of the table
    /// @param sieve what is left out of the rows
    ChosenRows(ReadRequest request, EventMapping mapping, List<Skip> skips, LeftOut leftOut, Sieve sieve) {
        this.request = request;
        this.mapping = mapping;
        this.conditions = new Conditions(mapping.binder());
        this.skips = skips;
        this.leftOut = leftOut;
        this.sieve = sieve;
        this.choice = new Choice(streams(), categories(), versions(), skipsByName());
    }

    /// What is left to be asked of the rows.
    Choice choice() {
        return choice;
    }

    /// A select of these rows, to which more conditions can be added.
    ///
    /// @param itself what stands in the place of the table
    /// @param hint what stands behind its name
    QueryText select(List<Slot> slots, Written itself, String hint) {
        var query = new QueryText();
        query.add("SELECT ").add(slots.stream().map(sieve::select).collect(Collectors.joining(", ")));
        new FromClause(mapping.binder()).write(itself, hint, query);
        query.add(" WHERE 1 = 1");
        boolean here = request.selection() instanceof Selection.Store && !leftOut.areMany();
        for (Skip skip : skips) {
            if (!here || !isAskedByName(skip)) {
                query.add(" AND ");
                conditions.writeNot(skip.when(), query);
            }
        }
        choose(query);
        return query;
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

    private NameSkips skipsByName() {
        return NameSkips.of(
                skips.stream().filter(this::isAskedByName).toList(), mapping.binder(), conditions);
    }

    private boolean isAskedByName(Skip skip) {
        return mapping.isNamed() && NameSkips.takes(skip.when(), mapping.binder(), mapping.stream());
    }

    private Predicate<String> streams() {
        return request.selection() instanceof Selection.Stream(String name) ? name::equals : _ -> true;
    }

    private Predicate<String> categories() {
        return request.selection() instanceof Selection.Category(String name) ? name::equals : _ -> true;
    }

    private VersionRange versions() {
        return request.selection() instanceof Selection.Stream ? request.versions() : VersionRange.all();
    }
}
