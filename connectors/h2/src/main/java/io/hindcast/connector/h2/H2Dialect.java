package io.hindcast.connector.h2;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.jdbc.dialect.CatalogueReader;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.RowPlaces;
import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// H2 in its own process, on a file that is opened for reading only.
final class H2Dialect implements Dialect {
    private static final int READERS = 2;

    private final H2File file;
    private final H2Door door;

    H2Dialect(H2File file, Optional<String> user, Supplier<Optional<char[]>> password) {
        this.file = file;
        this.door = new H2Door(file, user, password);
    }

    @Override
    public String id() {
        return H2Connector.ID;
    }

    @Override
    public Connection connect() throws SQLException {
        return door.open();
    }

    @Override
    public List<Proof> prove(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT READONLY()");
                var result = statement.executeQuery()) {
            boolean readOnly = result.next() && result.getBoolean(1);
            return List.of(
                    new Proof("file is opened for reading by the operating system", "mode r", true),
                    new Proof("database is read-only", "READONLY() = " + readOnly, readOnly),
                    new Proof(
                            "session is read-only",
                            "isReadOnly = " + connection.isReadOnly(),
                            connection.isReadOnly()));
        }
    }

    @Override
    public String storeVersion(Connection connection) throws SQLException {
        return "H2 file format %d, read by H2 %s"
                .formatted(file.format(), connection.getMetaData().getDatabaseProductVersion());
    }

    @Override
    public List<Table> tables(Connection connection) throws SQLException {
        return CatalogueReader.tables(connection, "INFORMATION_SCHEMA"::equals, "BASE TABLE", "TABLE");
    }

    @Override
    public List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException {
        return H2Indexes.uniqueKeys(connection, table);
    }

    @Override
    public List<List<String>> indexes(Connection connection, Table table) throws SQLException {
        return H2Indexes.columns(connection, table);
    }

    @Override
    public String find(String haystack, String needle) {
        return "LOCATE(" + needle + ", " + haystack + ")";
    }

    @Override
    public String keyText(Column column) {
        return isBinary(column) ? "RAWTOHEX(" + name(column) + ")" : text(name(column));
    }

    /// Bytes would be taken for JSON.
    @Override
    public String json(List<Column> columns) {
        return columns.stream()
                .map(column -> literal(column.name()) + ": "
                        + (isBinary(column) ? "'\\x' || LOWER(RAWTOHEX(" + name(column) + "))" : name(column)))
                .collect(Collectors.joining(", ", "JSON_OBJECT(", ")"));
    }

    private static boolean isBinary(Column column) {
        return column.typeName().startsWith("binary") || column.typeName().endsWith("binary");
    }

    @Override
    public boolean comparesRows() {
        return false;
    }

    @Override
    public boolean fits(Column column, String text) {
        return !column.typeName().equals("uuid") || text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    /// The hidden number of a row is known by this name only, never in quotes.
    @Override
    public String name(Column column) {
        String of = column.of().isEmpty() ? "" : quote(column.of()) + ".";
        return column.rowId() ? of + column.name() : Dialect.super.name(column);
    }

    @Override
    public Optional<Column> rowId(Table table) {
        return Optional.of(new Column("_ROWID_", "bigint", false, true));
    }

    /// Not by the hidden number, unless nothing else is unique: of a list of those H2 goes through the whole table.
    @Override
    public Optional<RowPlaces> places(Table table) {
        return RowPlaces.byKey(table).or(() -> Dialect.super.places(table));
    }

    @Override
    public boolean listsRows() {
        return true;
    }

    @Override
    public boolean sortsWhole() {
        return true;
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public Optional<String> standsStill() {
        return Optional.of("an H2 file that is open for reading cannot be written by another program");
    }

    /// The file cannot change while it is open.
    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public ConnectorException explain(SQLException trouble) {
        return H2Trouble.explain(trouble, String.valueOf(file.file().getFileName()));
    }
}
