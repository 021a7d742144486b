package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Reading;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.Table;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// MariaDB and MySQL as the layouts speak to them.
final class MariaDbDialect implements Dialect {
    private static final BigInteger MOST_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final Sessions sessions;
    private final Catalogue catalogue;
    private final RowHistories histories;
    private final ZoneId zone;

    /// @param database only tables of this one are looked at; of all when empty
    /// @param zone in which DATETIME columns tell the time
    MariaDbDialect(Sessions sessions, String database, ZoneId zone) {
        this.sessions = sessions;
        this.catalogue = new Catalogue(database);
        this.histories = new RowHistories(catalogue, this::quote);
        this.zone = zone;
    }

    @Override
    public String id() {
        return "mariadb";
    }

    @Override
    public Connection connect() {
        return sessions.open();
    }

    @Override
    public List<Proof> prove(Connection connection) throws SQLException {
        return ReadOnlyProof.of(connection);
    }

    @Override
    public String storeVersion(Connection connection) throws SQLException {
        var about = connection.getMetaData();
        return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
    }

    @Override
    public List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<>(catalogue.tables(connection));
        histories.find(connection, tables).ifPresent(tables::add);
        return tables;
    }

    @Override
    public String from(Table table) {
        return histories.isOne(table) ? histories.statement() : Dialect.super.from(table);
    }

    @Override
    public List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException {
        return histories.isOne(table) ? RowHistories.KEYS : catalogue.uniqueKeys(connection, table);
    }

    @Override
    public List<List<String>> indexes(Connection connection, Table table) throws SQLException {
        return catalogue.indexes(connection, table);
    }

    /// It sorts all or nothing.
    @Override
    public boolean sortsTiesAlone() {
        return false;
    }

    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    /// Bits come as a number; under another name, so that the order is still that of the column.
    @Override
    public String select(Column column, Reading reading) {
        String name = name(column);
        return MariaDbType.of(column.typeName()) == MariaDbType.BITS ? "(" + name + " + 0) AS `as read`" : name;
    }

    /// A number is compared as a number: next to a text the server would turn both into floating point.
    @Override
    public String placeholder(Column column) {
        return switch (MariaDbType.of(column.typeName())) {
            case BOOLEAN -> "CAST(REPLACE(REPLACE(?, 'true', '1'), 'false', '0') AS SIGNED)";
            case WHOLE -> "CAST(? AS SIGNED)";
            case UNSIGNED, BITS -> "CAST(? AS UNSIGNED)";
            case EXACT -> "CAST(? AS DECIMAL(65, 30))";
            case DATE_TIME, TIMESTAMP -> "CAST(? AS DATETIME(6))";
            case DATE -> "CAST(? AS DATE)";
            case REAL, UUID, BINARY, JSON, TEXT, OTHER -> "?";
        };
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public String text(String expression) {
        return "CAST(" + expression + " AS CHAR)";
    }

    @Override
    public String keyText(Column column) {
        return MariaDbType.of(column.typeName()) == MariaDbType.BINARY
                ? "LOWER(HEX(" + name(column) + "))"
                : text(name(column));
    }

    @Override
    public String json(List<Column> columns) {
        return columns.stream()
                .map(column -> literal(column.name()) + ", " + jsonValue(column))
                .collect(Collectors.joining(", ", "JSON_OBJECT(", ")"));
    }

    private String jsonValue(Column column) {
        return switch (MariaDbType.of(column.typeName())) {
            case BINARY -> "CONCAT('\\\\x', LOWER(HEX(" + name(column) + ")))";
            case BITS -> "(" + name(column) + " + 0)";
            default -> name(column);
        };
    }

    /// By the bytes of the letters: the column's own collation may take `Ä` for `a`.
    @Override
    public String find(String haystack, String needle) {
        return "LOCATE(" + needle + " COLLATE utf8mb4_bin, " + haystack + ")";
    }

    /// It understands the comparison, but uses no index for it.
    @Override
    public boolean comparesRows() {
        return false;
    }

    @Override
    public boolean saysWhereNullsGo() {
        return false;
    }

    @Override
    public Optional<Column> rowId(Table table) {
        return Optional.empty();
    }

    @Override
    public Row row(ResultSet result) throws SQLException {
        var about = result.getMetaData();
        var types = new ArrayList<MariaDbType>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            types.add(MariaDbType.of(about.getColumnTypeName(i)));
        }
        return new MariaDbRow(result, types, zone);
    }

    @Override
    public boolean fits(Column column, String text) {
        return switch (MariaDbType.of(column.typeName())) {
            case BOOLEAN -> text.matches("true|false|-?[0-9]{1,3}");
            case WHOLE -> isWhole(text, BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE));
            case UNSIGNED, BITS -> isWhole(text, BigInteger.ZERO, MOST_UNSIGNED);
            case EXACT -> text.matches("-?[0-9]{1,35}(\\.[0-9]{1,30})?");
            case UUID -> text.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
            case BINARY, TEXT, OTHER -> true;
            case REAL, DATE_TIME, TIMESTAMP, DATE, JSON -> false;
        };
    }

    private static boolean isWhole(String text, BigInteger least, BigInteger most) {
        if (!text.matches("0|-?[1-9][0-9]{0,19}")) {
            return false;
        }
        var number = new BigInteger(text);
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    @Override
    public ConnectorException explain(SQLException trouble) {
        return Refusals.whileReading(trouble);
    }

    @Override
    public boolean isFar() {
        return true;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
