package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.layout.EventTable;
import io.hindcast.connector.jdbc.layout.Piece;
import io.hindcast.connector.jdbc.layout.Value;
import java.util.Locale;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds the streams whose rows carry the layout's mark of deletion or archiving. One pass over the table, done by the
/// database; the mark is a truth value, or anything that is only there once a stream is gone.
final class DeletedStreams {
    private static final Set<String> NOT_GONE = Set.of("", "f", "false", "0", "n", "no");

    private final Connections connections;
    private final StoreContents contents;

    DeletedStreams(Connections connections, StoreContents contents) {
        this.connections = connections;
        this.contents = contents;
    }

    Set<String> names() {
        EventTable meaning = contents.layout().events();
        Dialect dialect = connections.dialect();
        var binder = new Binder(dialect, tables(meaning));
        Optional<Value> mark = meaning.deleted().filter(binder::has);
        return mark.isEmpty() ? Set.of() : marked(dialect, binder, binder.text(meaning.stream()), binder.text(mark.get()));
    }

    /// Name and mark may lie in one joined table, a row a stream; then that is read alone.
    private Tables tables(EventTable meaning) {
        var of = Stream.concat(meaning.stream().columns(), meaning.deleted().stream().flatMap(Value::columns))
                .map(Piece.Column::of)
                .distinct()
                .toList();
        return contents.joins().stream()
                .filter(joined -> of.equals(List.of(joined.join().name())))
                .findFirst()
                .map(Tables::alone)
                .orElseGet(contents::eventTables);
    }

    private Set<String> marked(Dialect dialect, Binder binder, BoundValue stream, BoundValue mark) {
        var query = new QueryText();
        new FromClause(binder).writeSelect("SELECT DISTINCT ", binder.slots().list(), query);
        var names = new TreeSet<String>();
        connections.use(connection -> {
            dialect.read(connection, query.query(binder.slots().list(), Integer.MAX_VALUE), row -> {
                String said = mark.text(row);
                String name = stream.text(row);
                if (said != null && name != null && !NOT_GONE.contains(said.toLowerCase(Locale.ROOT))) {
                    names.add(name);
                }
                return true;
            });
            return names;
        });
        return names;
    }
}
