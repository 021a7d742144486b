package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.layout.Condition;
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.layout.Value;
import java.util.ArrayList;
import java.util.List;

/// Finds streams by the part of their names behind a sign. No index serves that: one pass over the table.
final class StreamsOfId {
    private static final int A_FEW = 10;

    private final Connections connections;
    private final StoreContents contents;
    private final String sign;

    StreamsOfId(Connections connections, StoreContents contents, String sign) {
        this.connections = connections;
        this.contents = contents;
        this.sign = sign;
    }

    List<String> names(String id) {
        var stream = contents.layout().events().stream();
        var binder = new Binder(connections.dialect(), contents.eventTables());
        var conditions = new Conditions(binder);
        var name = binder.text(stream);
        var query = new QueryText();
        new FromClause(binder).writeSelect("SELECT DISTINCT ", binder.slots().list(), query);
        query.add(" WHERE ");
        conditions.write(new Condition.Is(new Value(stream.pieces(), List.of(new Step.After(sign))), id), query);
        for (var skip : contents.layout().skips()) {
            if (conditions.applies(skip.when())) {
                query.add(" AND ");
                conditions.writeNot(skip.when(), query);
            }
        }
        query.add(" LIMIT " + A_FEW);
        var names = new ArrayList<String>();
        connections.use(connection -> {
            connections.dialect().read(connection, query.query(binder.slots().list(), A_FEW), row -> {
                String found = name.text(row);
                return found == null || names.add(found);
            });
            return names;
        });
        return names;
    }
}
