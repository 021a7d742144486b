package io.hindcast.connector.jdbc.dialect;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/// One of the tables that a made-up [Table] stands for, and what its rows tell beside their own columns.
///
/// @param table a table of the catalogue
/// @param kind what its rows are rows of
/// @param key the columns that name the thing that a row tells of; empty where no column of the made-up table asks for it
/// @param body the columns that become the JSON object of a row
/// @param number which of the parts it is, where that is asked for
/// @param places the columns by which its rows are found again, where those are asked for
public record TablePart(
        Table table, String kind, List<Column> key, List<Column> body, int number, List<Column> places) {
    /// The name of the table.
    public static final String TABLE = "row_table";
    /// What its rows are rows of.
    public static final String KIND = "row_kind";
    /// The values of the key, with a slash between two of them.
    public static final String KEY = "row_key";
    /// All that no other column tells, as a JSON object.
    public static final String DATA = "row_data";

    /// Which of the tables a row is of, as text.
    static final String PART = "row_part";
    /// With a number behind it: where a row lies in its table, as text.
    static final String PLACE = "row_place_";

    public TablePart {
        key = List.copyOf(key);
        body = List.copyOf(body);
        places = List.copyOf(places);
    }

    public TablePart(Table table, String kind, List<Column> key, List<Column> body) {
        this(table, kind, key, body, 0, List.of());
    }

    /// The part that also tells where its rows lie.
    TablePart tellingPlaces(int partNumber, List<Column> placeColumns) {
        return new TablePart(table, kind, key, body, partNumber, placeColumns);
    }

    /// Of several parts in one statement: `(SELECT … UNION ALL SELECT …)`.
    static String union(Dialect dialect, Table madeUp) {
        return madeUp.parts().stream()
                .map(part -> part.select(dialect, madeUp.columns()))
                .collect(joining(" UNION ALL ", "(", ")"));
    }

    String select(Dialect dialect, List<Column> columns) {
        return columns.stream()
                .map(column -> told(dialect, column) + " AS " + dialect.quote(column.name()))
                .collect(joining(", ", "SELECT ", " FROM " + dialect.from(table)));
    }

    private String told(Dialect dialect, Column column) {
        return switch (column.name()) {
            case TABLE -> dialect.text(dialect.literal(table.name()));
            case KIND -> dialect.text(dialect.literal(kind));
            case KEY ->
                key.stream().map(dialect::keyText).collect(joining(" || '/' || "));
            case DATA -> dialect.json(body);
            case PART -> dialect.text(dialect.literal(Integer.toString(number)));
            default -> column.name().startsWith(PLACE) ? place(dialect, column) : dialect.name(own(column));
        };
    }

    private String place(Dialect dialect, Column column) {
        int asked = Integer.parseInt(column.name().substring(PLACE.length()));
        return asked < places.size() ? dialect.keyText(places.get(asked)) : dialect.text(dialect.literal(""));
    }

    private Column own(Column column) {
        Optional<Column> own = table.column(column.name());
        return own.orElseThrow(() -> new IllegalStateException(table.title() + " has no " + column.name()));
    }
}
