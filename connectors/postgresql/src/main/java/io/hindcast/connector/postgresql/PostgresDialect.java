package io.hindcast.connector.postgresql;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.jdbc.dialect.Bell;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Names;
import io.hindcast.connector.jdbc.dialect.NumberSource;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.Reading;
import io.hindcast.connector.jdbc.dialect.RowPlaces;
import io.hindcast.connector.jdbc.dialect.RowSink;
import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// PostgreSQL as the layouts speak to it.
final class PostgresDialect implements Dialect {
    /// Without a name of its own a converted column would keep the column's, and ORDER BY would sort by what it was
    /// converted to: 10 before 9, and by no index.
    private static final String RENAMED = " AS \"as read\"";

    /// Three sessions send more than twice of what one does; on a machine with four processors a fourth sends no more.
    private static final int READERS = 3;

    private final Sessions sessions;
    private final Catalogue catalogue;
    private final PageReader pages = new PageReader(true);

    /// @param schema only tables of this one are looked at; of all when empty
    PostgresDialect(Sessions sessions, String schema) {
        this.sessions = sessions;
        this.catalogue = new Catalogue(schema);
    }

    @Override
    public String id() {
        return "postgresql";
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
        return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
    }

    @Override
    public List<Table> tables(Connection connection) throws SQLException {
        return catalogue.tables(connection);
    }

    @Override
    public List<Table> closedTables(Connection connection) throws SQLException {
        return catalogue.closedTables(connection);
    }

    @Override
    public List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException {
        return catalogue.uniqueKeys(connection, table);
    }

    @Override
    public String select(Column column, Reading reading) {
        String value = column.rowId()
                ? name(column) + "::text"
                : PostgresType.of(column).select(name(column), reading);
        return value + RENAMED;
    }

    @Override
    public Optional<String> selectHolding(Column column, List<String> texts) {
        boolean sayable = texts.stream().allMatch(text -> text.indexOf('\0') < 0);
        return sayable && !column.rowId()
                ? Holding.select(PostgresType.of(column), name(column), texts).map(value -> value + RENAMED)
                : Optional.empty();
    }

    @Override
    public String placeholder(Column column) {
        return switch (PostgresType.of(column)) {
            case INT2, INT4, INT8, OID, LARGE_OBJECT, TEXT, VARCHAR, BYTEA -> "CAST(? AS " + column.typeName() + ")";
            case BOOL, XID8, UUID, JSON, JSONB, TIMESTAMPTZ, TIMESTAMP, DATE -> viaText(column.typeName());
            case OTHER -> viaText(column.typeName().contains(".") ? column.typeName() : quote(column.typeName()));
        };
    }

    private static String viaText(String type) {
        return "CAST(CAST(? AS text) AS " + type + ")";
    }

    @Override
    public String find(String haystack, String needle) {
        return "pg_catalog.strpos(" + haystack + ", " + needle + ")";
    }

    @Override
    public Optional<String> member(Column column, String name, String member) {
        return switch (PostgresType.of(column)) {
            case JSON, JSONB -> Optional.of("(" + name + " ->> " + member + ")");
            default -> Optional.empty();
        };
    }

    @Override
    public String keyText(Column column) {
        return PostgresType.of(column) == PostgresType.BYTEA
                ? "pg_catalog.encode(" + name(column) + ", 'hex')"
                : text(name(column));
    }

    /// Not by one function over all of them, which takes a hundred values at most and puts spaces between them.
    @Override
    public String json(List<Column> columns) {
        return columns.stream()
                .map(column -> text(literal(Names.json(column.name()) + ":"))
                        + " || COALESCE(CAST(pg_catalog.to_json(" + name(column) + ") AS text), 'null')")
                .collect(Collectors.joining(" || ',' || ", "('{' || ", " || '}')"));
    }

    @Override
    public boolean comparesRows() {
        return true;
    }

    @Override
    public boolean indexesNullFirst() {
        return false;
    }

    /// Only where nothing else is unique: it changes when a row is rewritten, which an event never is.
    @Override
    public Optional<Column> rowId(Table table) {
        return catalogue.numbersRows(table) ? Optional.of(new Column("ctid", "tid", false, true)) : Optional.empty();
    }

    @Override
    public Optional<RowPlaces> places(Table table) {
        return catalogue.placesRows(table) ? Optional.of(new TuplePlaces()) : Optional.empty();
    }

    @Override
    public void read(Connection connection, PageQuery query, RowSink sink) throws SQLException {
        pages.read(connection, query, sink);
    }

    @Override
    public boolean fits(Column column, String text) {
        return switch (PostgresType.of(column)) {
            case INT2 -> isWhole(text, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT4 -> isWhole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT8, XID8 -> isWhole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case OID -> isWhole(text, 0, 0xFFFF_FFFFL);
            case BOOL -> text.equals("true") || text.equals("false");
            case UUID -> text.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
            case TEXT, VARCHAR, OTHER -> text.indexOf('\0') < 0;
            case JSON, JSONB, BYTEA, TIMESTAMPTZ, TIMESTAMP, DATE, LARGE_OBJECT -> false;
        };
    }

    private static boolean isWhole(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            return number >= least && number <= most;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    @Override
    public Optional<String> runningTransactions() {
        return Optional.of(
                """
                SELECT pg_catalog.pg_snapshot_xmin(s.now)::text::int8, pg_catalog.pg_snapshot_xmax(s.now)::text::int8
                FROM (SELECT pg_catalog.pg_current_snapshot() AS now) s
                """);
    }

    @Override
    public Optional<NumberSource> numbers(Connection connection, Table table, Column column) throws SQLException {
        return Sequence.of(connection, table, column);
    }

    @Override
    public boolean letsListen(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT NOT pg_catalog.pg_is_in_recovery()");
                var result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public Optional<Bell> listen(String channel) throws SQLException {
        return Optional.of(Channel.on(sessions.open(), quote(channel)));
    }

    @Override
    public ConnectorException explain(SQLException trouble) {
        return Refusals.whileReading(trouble);
    }

    @Override
    public int readers() {
        return READERS;
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
