package io.hindcast.connector.jdbc.dialect;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SourceInfo.Proof;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How one kind of database is spoken to: opened so that it cannot be written, quoted, typed and paged.
///
/// One dialect belongs to one open store. Safe for many threads.
public interface Dialect {
    /// Names of types whose values are whole numbers of 64 bits at most.
    Set<String> WHOLE_NUMBERS = Set.of("bigint", "integer", "int", "mediumint", "smallint");

    /// Name of the dialect in layout files, behind the `@` of a key: `h2`, `sqlite`, `postgresql`,
    /// `mariadb` (also for MySQL).
    String id();

    /// A new connection that can only read, with auto-commit off, time-outs set.
    ///
    /// @throws SQLException as the driver says it; [#explain(SQLException)] turns it into a sentence
    Connection connect() throws SQLException;

    /// What was verified on a connection so that nothing can be written.
    List<Proof> prove(Connection connection) throws SQLException;

    /// Version of the database or file format for a person.
    String storeVersion(Connection connection) throws SQLException;

    /// Tables and views of the store without those of the database itself; unique keys may be left empty.
    List<Table> tables(Connection connection) throws SQLException;

    /// Tables that are there and that this connection may not read, as far as the database tells; with all of their columns.
    default List<Table> closedTables(Connection connection) throws SQLException {
        return List.of();
    }

    /// Primary key and unique keys of one table.
    List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException;

    /// The indexes over all rows of a table that give these in order: the columns of each, as far as all go the same way.
    default List<List<String>> indexes(Connection connection, Table table) throws SQLException {
        var indexes = new LinkedHashMap<String, List<String>>();
        String schema = table.schema().isEmpty() ? null : table.schema();
        try (var parts = connection.getMetaData().getIndexInfo(connection.getCatalog(), schema, table.name(), false, true)) {
            while (parts.next()) {
                String column = parts.getString("COLUMN_NAME");
                boolean ordered = parts.getShort("TYPE") != DatabaseMetaData.tableIndexHashed
                        && parts.getString("FILTER_CONDITION") == null;
                int place = parts.getInt("ORDINAL_POSITION");
                var before = indexes.computeIfAbsent(String.valueOf(parts.getString("INDEX_NAME")), _ -> new ArrayList<>());
                if (column != null && ordered && place == before.size() + 1) {
                    before.add(column);
                }
            }
        }
        return indexes.values().stream().filter(columns -> !columns.isEmpty()).toList();
    }

    /// Columns of a table that an index over all of its rows begins with, which gives them in their order.
    default Set<String> leadingColumns(Connection connection, Table table) throws SQLException {
        return indexes(connection, table).stream().map(List::getFirst).collect(Collectors.toSet());
    }

    /// Whether rows that an index gives in the order of some columns are then put in the order of more columns a few at a
    /// time; if not, all that is left of the table is sorted.
    default boolean sortsTiesAlone() {
        return true;
    }

    /// An identifier of the catalogue, quoted for use in a statement; as the SQL standard does it.
    default String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /// A table in a statement: its name behind that of its schema, or what stands for a table that the dialect makes up.
    default String from(Table table) {
        if (table.isMadeUp()) {
            return TablePart.union(this, table);
        }
        return table.schema().isEmpty() ? quote(table.name()) : quote(table.schema()) + "." + quote(table.name());
    }

    /// A text in a statement; only for names out of the catalogue, everything else is bound.
    default String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// An expression as a text of any length.
    default String text(String expression) {
        return "CAST(" + expression + " AS VARCHAR)";
    }

    /// A column's value as a text that names something; bytes as hexadecimal digits.
    default String keyText(Column column) {
        return text(name(column));
    }

    /// The values of columns as one JSON object, as text: numbers with the digits that the store has, times as it writes
    /// them, bytes as text of `\x` and their hexadecimal digits, JSON as it is, and `null`.
    String json(List<Column> columns);

    /// A column in a statement: its name, and its table's before it where the statement reads several tables.
    default String name(Column column) {
        if (!column.made().isEmpty()) {
            return json(column.made());
        }
        return column.of().isEmpty() ? quote(column.name()) : quote(column.of()) + "." + quote(column.name());
    }

    /// The expression that reads a column so that [#row(ResultSet)] gets the wanted kind of value; the column as it is.
    default String select(Column column, Reading reading) {
        return name(column);
    }

    /// As [#select] for bytes, but NULL in rows whose value holds none of the texts: exactly, letter for letter, whatever
    /// the collation, in the bytes that would be read. Absent where the database cannot tell.
    ///
    /// @param texts at least one, none of them empty
    default Optional<String> selectHolding(Column column, List<String> texts) {
        return Optional.empty();
    }

    /// The placeholder that a [KeyPart] is compared with a column through; a plain question mark.
    default String placeholder(Column column) {
        return "?";
    }

    /// The place of a text in another, 1-based and 0 if it is not there: `strpos(haystack, needle)`.
    String find(String haystack, String needle);

    /// The text of a member of the JSON object in a column, both as they are written in a statement; absent where the
    /// column's type does not promise that it is JSON.
    default Optional<String> member(Column column, String name, String member) {
        return Optional.empty();
    }

    /// Whether `(a, b) > (?, ?)` is understood and served by an index.
    boolean comparesRows();

    /// Whether `NULLS FIRST` and `NULLS LAST` are understood; if not, NULL comes first by itself going up, last going down.
    default boolean saysWhereNullsGo() {
        return true;
    }

    /// Whether an index has rows without a value at its low end, where readings begin.
    default boolean indexesNullFirst() {
        return true;
    }

    /// The hidden number of a row, where a table has one; the tie-break where nothing better is unique.
    Optional<Column> rowId(Table table);

    /// How rows of a table are found again one by one, where that takes no look at the others: by the hidden number of a
    /// row, by a whole number that no two rows share, or by another unique key.
    default Optional<RowPlaces> places(Table table) {
        return rowId(table).<RowPlaces>map(NumberedRows::new).or(() -> RowPlaces.byKey(table));
    }

    /// Whether rows are found by an index where their keys of several columns stand as `(a, b) IN ((?, ?), …)`; if not, they
    /// are where those stand as `a = ? AND b IN (?, …) OR …`.
    default boolean listsRows() {
        return false;
    }

    /// What stands behind the name of a table whose rows are looked for by their places, so that no index beside that is
    /// taken; with a space before it.
    default String byPlaces() {
        return "";
    }

    /// Access to the current row of a result.
    default Row row(ResultSet result) throws SQLException {
        return new ResultRow(result);
    }

    /// The sentence for a failure, without secrets and without the text of the statement.
    ConnectorException explain(SQLException trouble);

    /// Runs a query and hands its rows to the sink until that has enough; a database with a faster way than a
    /// [ResultSet] goes it here.
    default void read(Connection connection, PageQuery query, RowSink sink) throws SQLException {
        ResultSetReader.read(this, connection, query, sink);
    }

    /// Whether a text can be a value of a column's type at all; if not, it is not asked for.
    default boolean fits(Column column, String text) {
        return true;
    }

    /// Whether a stream that an index gives almost in order is sorted whole for every page all the same. A page is
    /// then first looked for among the next few versions.
    default boolean sortsWhole() {
        return false;
    }

    /// How many pages may be read at the same time, each on a connection of its own; at least 1.
    default int readers() {
        return 1;
    }

    /// Whether the database is a server, asked over a network.
    default boolean isFar() {
        return false;
    }

    /// Why the store shows what it held when it was opened and nothing newer, where that is so.
    default Optional<String> standsStill() {
        return Optional.empty();
    }

    /// A question whose answer is the oldest transaction that still runs, and the first that has not begun: two whole
    /// numbers, of the kind that layouts with a horizon of `transaction-ids` store. Absent where nobody can tell.
    default Optional<String> runningTransactions() {
        return Optional.empty();
    }

    /// Where a column's numbers come from, if the database can show who has drawn one; absent where it cannot, for this
    /// column or at all.
    default Optional<NumberSource> numbers(Connection connection, Table table, Column column) throws SQLException {
        return Optional.empty();
    }

    /// Whether the server lets sessions listen to what writers say: not where it only repeats what another server wrote.
    default boolean letsListen(Connection connection) throws SQLException {
        return false;
    }

    /// Listens to a channel on a connection of its own; absent where the database sends nothing.
    default Optional<Bell> listen(String channel) throws SQLException {
        return Optional.empty();
    }

    /// Whether an idle connection may be used once more; asked after use and before the next.
    default boolean keeps(Connection connection) throws SQLException {
        return true;
    }

    /// Whether the transaction has to end between two pages, because the database is shared with others.
    boolean isShared();

    /// Lets go of what is not a connection. Called once, after the last connection was closed.
    default void close() {}
}
