package io.hindcast.connector.jdbc;

import io.hindcast.connector.jdbc.dialect.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of a database: those that may be read, and those that are there and closed to the role that asks.
record TablesSeen(List<Table> open, List<Table> closed) {
    private static final int TABLES_TO_NAME = 12;

    TablesSeen {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    Stream<Table> all() {
        return Stream.concat(open.stream(), closed.stream());
    }

    /// Those in the same schema that may be read.
    Stream<Table> openBeside(Table table) {
        return open.stream().filter(other -> other.schema().equals(table.schema()));
    }

    Stream<Table> closedBeside(Table table) {
        return closed.stream().filter(other -> other.schema().equals(table.schema()));
    }

    /// All in the same schema, the table itself among them.
    Stream<Table> beside(Table table) {
        return Stream.concat(openBeside(table), closedBeside(table));
    }

    boolean isClosed(Table table) {
        return closed.contains(table);
    }

    /// What there is, for a person who expected something else.
    String sentence() {
        if (open.isEmpty()) {
            return closed.isEmpty()
                    ? "The database has no tables."
                    : "This role may read none of the tables, which are: %s.".formatted(titles(closed));
        }
        String seen = "Tables seen: " + titles(open) + ".";
        return closed.isEmpty() ? seen : seen + " Closed to this role: " + titles(closed) + ".";
    }

    static String titles(List<Table> tables) {
        String names = tables.stream().limit(TABLES_TO_NAME).map(Table::title).collect(Collectors.joining(", "));
        int more = tables.size() - TABLES_TO_NAME;
        return names + (more > 0 ? " and " + more + " more" : "");
    }
}
