package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// The columns that order a reading completely, and the condition that means "behind this row". Where no two rows share the
/// first of them, those alone are asked of the database: an index gives their order, and often not that of all.
/// Rows that lack a value of the key come first, going forward.
final class Keyset {
    private final Dialect dialect;
    private final List<Column> columns;
    private final List<Column> asked;
    private final int[] slots;

    Keyset(Binder binder, List<Column> columns) {
        this.dialect = binder.dialect();
        this.columns = List.copyOf(columns);
        this.asked = this.columns;
        this.slots = columns.stream().mapToInt(binder.slots()::ofKey).toArray();
    }

    private Keyset(Keyset all, int first) {
        this.dialect = all.dialect;
        this.columns = all.columns;
        this.asked = all.columns.subList(0, first);
        this.slots = all.slots;
    }

    /// The same keys among rows of which no two share the first of them.
    ///
    /// @param first how many, at least one
    Keyset askingFirst(int first) {
        return new Keyset(this, first);
    }

    /// Writes the key of a row into an array of [#size()] places.
    void of(Row row, KeyPart[] parts) throws SQLException {
        for (int i = 0; i < slots.length; i++) {
            parts[i] = row.key(slots[i]);
        }
    }

    List<KeyPart> of(Row row) throws SQLException {
        var parts = new KeyPart[slots.length];
        of(row, parts);
        return List.of(parts);
    }

    List<Column> columns() {
        return columns;
    }

    int size() {
        return columns.size();
    }

    /// The columns that the database is asked to order rows by.
    List<Column> asked() {
        return asked;
    }

    String orderBy(Direction direction) {
        boolean forward = direction == Direction.FORWARD;
        return asked.stream()
                .map(column -> dialect.name(column)
                        + (forward ? "" : " DESC")
                        + (!column.nullable() || !dialect.saysWhereNullsGo()
                                ? ""
                                : forward ? " NULLS FIRST" : " NULLS LAST"))
                .collect(Collectors.joining(", "));
    }

    /// Writes the condition that a row lies behind another.
    void behind(List<KeyPart> last, Direction direction, QueryText query) {
        if (dialect.comparesRows() && asked.size() > 1 && asked.stream().noneMatch(Column::nullable)) {
            compareRows(last, direction, query);
            return;
        }
        if (asked.size() > 1 && !asked.getFirst().nullable()) {
            query.add(dialect.name(asked.getFirst()))
                    .add(direction == Direction.FORWARD ? " >= " : " <= ")
                    .bind(dialect.placeholder(asked.getFirst()), last.getFirst())
                    .add(" AND ");
        }
        query.add("(");
        for (int i = 0; i < asked.size(); i++) {
            query.add(i == 0 ? "(" : " OR (");
            for (int j = 0; j < i; j++) {
                equal(asked.get(j), last.get(j), query);
                query.add(" AND ");
            }
            beyond(asked.get(i), last.get(i), direction, query);
            query.add(")");
        }
        query.add(")");
    }

    private void compareRows(List<KeyPart> last, Direction direction, QueryText query) {
        String names = asked.stream().map(dialect::name).collect(Collectors.joining(", "));
        query.add("(" + names + (direction == Direction.FORWARD ? ") > (" : ") < ("));
        for (int i = 0; i < asked.size(); i++) {
            query.add(i == 0 ? "" : ", ").bind(dialect.placeholder(asked.get(i)), last.get(i));
        }
        query.add(")");
    }

    private void equal(Column column, KeyPart value, QueryText query) {
        String name = dialect.name(column);
        if (value instanceof KeyPart.Absent) {
            query.add(name + " IS NULL");
        } else {
            query.add(name + " = ").bind(dialect.placeholder(column), value);
        }
    }

    private void beyond(Column column, KeyPart value, Direction direction, QueryText query) {
        String name = dialect.name(column);
        boolean forward = direction == Direction.FORWARD;
        if (value instanceof KeyPart.Absent) {
            query.add(forward ? name + " IS NOT NULL" : "1 = 0");
            return;
        }
        query.add("(" + name + (forward ? " > " : " < ")).bind(dialect.placeholder(column), value);
        query.add(!forward && column.nullable() ? " OR " + name + " IS NULL)" : ")");
    }
}
