package io.hindcast.connector.jdbc.guess;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.Reading;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.Slot;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The first rows of a table, column by column.
record TableSample(Table table, List<ColumnSample> columns) {
    /// Enough to see what repeats, few enough to cost nothing.
    private static final int ROWS = 200;
    /// Of a body only the beginning matters here.
    private static final int LONGEST = 400;

    TableSample {
        columns = List.copyOf(columns);
    }

    static TableSample of(Dialect dialect, Connection connection, Table table) throws SQLException {
        List<Slot> slots =
                table.columns().stream().map(column -> new Slot(column, Reading.TEXT)).toList();
        String from = table.schema().isEmpty() ? "" : dialect.quote(table.schema()) + ".";
        String sql = "SELECT "
                + slots.stream()
                        .map(slot -> dialect.select(slot.column(), slot.reading()))
                        .collect(Collectors.joining(", "))
                + " FROM " + from + dialect.quote(table.name()) + " LIMIT " + ROWS;
        var rows = new ArrayList<List<String>>();
        dialect.read(connection, new PageQuery(List.of(sql), List.of(), slots, ROWS), row -> {
            rows.add(texts(row, slots.size()));
            return true;
        });
        return new TableSample(
                table,
                java.util.stream.IntStream.range(0, slots.size())
                        .mapToObj(slot -> new ColumnSample(
                                table.columns().get(slot),
                                rows.stream().map(row -> row.get(slot)).toList()))
                        .toList());
    }

    private static List<String> texts(Row row, int slots) throws SQLException {
        var texts = new ArrayList<String>();
        for (int slot = 0; slot < slots; slot++) {
            texts.add(text(row, slot));
        }
        return texts;
    }

    private static String text(Row row, int slot) throws SQLException {
        try {
            String text = row.text(slot);
            return text == null ? "" : text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        } catch (UnreadableValue _) {
            return "";
        }
    }

    boolean isEmpty() {
        return columns.isEmpty() || columns.getFirst().values().isEmpty();
    }

    /// Whether the two columns together are a key of the table.
    boolean isKey(Column one, Column other) {
        return table.uniqueKeys().stream()
                .anyMatch(key -> key.size() == 2 && key.contains(one.name()) && key.contains(other.name()));
    }

    boolean isKey(Column column) {
        return table.uniqueKeys().contains(List.of(column.name()));
    }
}
