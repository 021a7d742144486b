package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// The columns that order a reading completely, and the condition that means "behind this row".
/// Rows that lack a value of the key come first, going forward.
final class Keyset {
    private final Dialect dialect;
    private final List<Column> columns;
    private final int[] slots;

    Keyset(Binder binder, List<Column> columns) {
        this.dialect = binder.dialect();
        this.columns = List.copyOf(columns);
        this.slots = columns.stream().mapToInt(binder.slots()::ofKey).toArray();
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

    String orderBy(Direction direction) {
        boolean forward = direction == Direction.FORWARD;
        return columns.stream()
                .map(column -> dialect.name(column)
                        + (forward ? "" : " DESC")
                        + (!column.nullable() || !dialect.saysWhereNullsGo()
                                ? ""
                                : forward ? " NULLS FIRST" : " NULLS LAST"))
                .collect(Collectors.joining(", "));
    }

    /// Writes the condition that a row lies behind another.
    void behind(List<KeyPart> last, Direction direction, QueryText query) {
        if (dialect.comparesRows() && columns.size() > 1 && columns.stream().noneMatch(Column::nullable)) {
            compareRows(last, direction, query);
            return;
        }
        if (columns.size() > 1 && !columns.getFirst().nullable()) {
            query.add(dialect.name(columns.getFirst()))
                    .add(direction == Direction.FORWARD ? " >= " : " <= ")
                    .bind(dialect.placeholder(columns.getFirst()), last.getFirst())
                    .add(" AND ");
        }
        query.add("(");
        for (int i = 0; i < columns.size(); i++) {
            query.add(i == 0 ? "(" : " OR (");
            for (int j = 0; j < i; j++) {
                equal(columns.get(j), last.get(j), query);
                query.add(" AND ");
            }
            beyond(columns.get(i), last.get(i), direction, query);
            query.add(")");
        }
        query.add(")");
    }

    private void compareRows(List<KeyPart> last, Direction direction, QueryText query) {
        String names = columns.stream().map(dialect::name).collect(Collectors.joining(", "));
        query.add("(" + names + (direction == Direction.FORWARD ? ") > (" : ") < ("));
        for (int i = 0; i < columns.size(); i++) {
            query.add(i == 0 ? "" : ", ").bind(dialect.placeholder(columns.get(i)), last.get(i));
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
