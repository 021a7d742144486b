package io.hindcast.connector.sqlite;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Names;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.Table;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlite.SQLiteOpenMode;

/// SQLite in its own process, on a file that is opened for reading only.
final class SqliteDialect implements Dialect {
    /// Another program may hold the file for the time of a commit.
    private static final int BUSY_MILLIS = 5_000;

    /// Readers of one file do not wait for one another; more than these take the processor from whoever reads.
    private static final int READERS = 2;

    private static final List<String> PRAGMAS =
            List.of("PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON");

    /// A real number is written with as few digits as lead back to it.
    private static final String JSON_VALUE =
            """
            CASE typeof(%1$s) WHEN 'null' THEN 'null' WHEN 'integer' THEN CAST(%1$s AS TEXT)
            WHEN 'real' THEN CASE WHEN CAST(printf('%%!.15g', %1$s) AS REAL) = %1$s THEN printf('%%!.15g', %1$s)
            ELSE printf('%%!.17g', %1$s) END
            WHEN 'blob' THEN '"\\\\x' || lower(hex(%1$s)) || '"' ELSE json_quote(%1$s) END""";

    private final SqliteFile file;
    private final Companion companion;
    private final SqliteCatalogue catalogue = new SqliteCatalogue();

    SqliteDialect(SqliteFile file, Companion companion) {
        this.file = file;
        this.companion = companion;
    }

    @Override
    public String id() {
        return SqliteConnector.ID;
    }

    @Override
    public Connection connect() throws SQLException {
        var settings = SqliteDriver.settings();
        settings.setReadOnly(true);
        settings.setOpenMode(SQLiteOpenMode.OPEN_URI);
        settings.setBusyTimeout(BUSY_MILLIS);
        settings.enableLoadExtension(false);
        var connection = settings.createConnection("jdbc:sqlite:" + uri());
        try (var statement = connection.createStatement()) {
            for (String pragma : PRAGMAS) {
                statement.execute(pragma);
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private String uri() {
        var uri = new StringBuilder("file:");
        for (byte b : companion.path().toString().getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || "/._-".indexOf(b) >= 0;
            uri.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return uri.append('?').append(companion.parameters()).toString();
    }

    @Override
    public List<Proof> prove(Connection connection) throws SQLException {
        String queryOnly = pragma(connection, "query_only");
        var proofs = new ArrayList<Proof>();
        proofs.add(new Proof("file is opened for reading", companion.proof(), true));
        proofs.add(new Proof("session refuses to write", "query_only = " + queryOnly, queryOnly.equals("1")));
        proofs.add(new Proof(
                "connection is read-only", "isReadOnly = " + connection.isReadOnly(), connection.isReadOnly()));
        return proofs;
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("PRAGMA " + name);
                var result = statement.executeQuery()) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }

    @Override
    public String storeVersion(Connection connection) throws SQLException {
        return "SQLite 3 file, read by SQLite " + connection.getMetaData().getDatabaseProductVersion();
    }

    @Override
    public List<Table> tables(Connection connection) throws SQLException {
        return catalogue.tables(connection);
    }

    @Override
    public List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException {
        return catalogue.uniqueKeys(connection, table.name());
    }

    @Override
    public String find(String haystack, String needle) {
        return "instr(" + haystack + ", " + needle + ")";
    }

    @Override
    public String text(String expression) {
        return "CAST(" + expression + " AS TEXT)";
    }

    @Override
    public String keyText(Column column) {
        return "CASE typeof(%1$s) WHEN 'blob' THEN lower(hex(%1$s)) ELSE CAST(%1$s AS TEXT) END".formatted(name(column));
    }

    /// Value by value, for any column may hold any kind of it.
    @Override
    public String json(List<Column> columns) {
        return columns.stream()
                .map(column -> literal(Names.json(column.name()) + ":") + " || " + JSON_VALUE.formatted(name(column)))
                .collect(Collectors.joining(" || ',' || ", "('{' || ", " || '}')"));
    }

    @Override
    public boolean comparesRows() {
        return true;
    }

    @Override
    public Optional<Column> rowId(Table table) {
        return catalogue.hasRowId(table.name())
                ? Optional.of(new Column("rowid", "integer", false, true))
                : Optional.empty();
    }

    /// That leaves the number of a row, or the key of a table without such numbers.
    @Override
    public String byPlaces() {
        return " NOT INDEXED";
    }

    @Override
    public Row row(ResultSet result) {
        return new SqliteRow(result);
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public Optional<String> standsStill() {
        return companion.standsStill();
    }

    @Override
    public boolean keeps(Connection connection) throws SQLException {
        return companion.keeps(String.valueOf(connection.getMetaData().getURL()));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        companion.discard();
    }

    @Override
    public ConnectorException explain(SQLException trouble) {
        return SqliteTrouble.explain(trouble, String.valueOf(file.path().getFileName()));
    }
}
