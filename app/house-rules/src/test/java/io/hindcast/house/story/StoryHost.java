package io.hindcast.house.story;

import io.hindcast.connector.jdbc.layout.Recognition;
import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.mariadb.LocalMySql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A database that the story is written into: how it calls types and quotes names.
enum StoryHost {
    SQLITE("sqlite", "TEXT", "INTEGER", "BLOB", "TEXT", "TEXT"),
    H2("h2", "VARCHAR", "BIGINT", "VARBINARY", "TIMESTAMP(9) WITH TIME ZONE", "TIMESTAMP(9)"),
    POSTGRESQL("postgresql", "text", "bigint", "bytea", "timestamptz", "timestamp"),
    MARIADB("mariadb", "longtext", "bigint", "varbinary(64)", "timestamp(6) NULL", "datetime(6)"),
    MYSQL("mariadb", "longtext", "bigint", "varbinary(64)", "timestamp(6) NULL", "datetime(6)");

    /// What its authors wrote for MySQL too, and what has no database of its own.
    private static final List<String> AT_HOME_ON_MYSQL = List.of(
            "hindcast-ledger", "rails-event-store", "wolkenkit", "cqrs-es", "resolve", "prooph", "outbox", "spring-modulith");

    private final String dialect;
    private final String text;
    private final String number;
    private final String bytes;
    private final String instant;
    private final String utc;

    StoryHost(String dialect, String text, String number, String bytes, String instant, String utc) {
        this.dialect = dialect;
        this.text = text;
        this.number = number;
        this.bytes = bytes;
        this.instant = instant;
        this.utc = utc;
    }

    String dialect() {
        return dialect;
    }

    /// H2 takes long to open a file, so that only what is really found there is written into it; MySQL is read as MariaDB is.
    boolean isHomeOf(String layout) {
        return switch (this) {
            case SQLITE, POSTGRESQL, MARIADB -> true;
            case H2 -> layout.startsWith("axon") || List.of("hindcast-ledger", "spring-modulith").contains(layout);
            case MYSQL -> AT_HOME_ON_MYSQL.stream().anyMatch(layout::startsWith);
        };
    }

    /// Whether the server is at hand in the Maven profile `mariadb` only.
    boolean isOfTheProfile() {
        return dialect.equals("mariadb");
    }

    boolean isAvailable() {
        return switch (this) {
            case SQLITE, H2, POSTGRESQL -> true;
            case MARIADB -> LocalMariaDb.isAvailable();
            case MYSQL -> LocalMySql.isAvailable();
        };
    }

    boolean timesAreText() {
        return this == SQLITE;
    }

    void write(LaidOut laid, Connection connection) throws SQLException {
        for (var table : laid.tables().entrySet()) {
            write(table.getKey(), table.getValue(), connection);
        }
    }

    private void write(String name, LaidOut.Content content, Connection connection) throws SQLException {
        List<String> columns = StoryWriter.columnsOf(content);
        var rows = content.rows().stream().map(StoryWriter::normalised).toList();
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + quote(name) + columns.stream()
                    .map(column -> quote(column) + " " + type(column, content.types(), rows))
                    .collect(Collectors.joining(", ", " (", ")")));
        }
        String sql = "INSERT INTO " + quote(name) + " VALUES "
                + columns.stream().map(_ -> "?").collect(Collectors.joining(", ", "(", ")"));
        try (var insert = connection.prepareStatement(sql)) {
            for (Map<String, Object> row : rows) {
                for (int i = 0; i < columns.size(); i++) {
                    insert.setObject(i + 1, row.get(Recognition.normal(columns.get(i))));
                }
                insert.executeUpdate();
            }
        }
    }

    private String type(String column, Map<String, String> wanted, List<Map<String, Object>> rows) {
        String name = Recognition.normal(column);
        for (var type : wanted.entrySet()) {
            if (Recognition.normal(type.getKey()).equals(name)) {
                return type.getValue();
            }
        }
        Object some = rows.stream()
                .filter(row -> row.containsKey(name))
                .map(row -> row.get(name))
                .findFirst()
                .orElse("");
        return switch (some) {
            case Long _ -> number;
            case byte[] _ -> bytes;
            case OffsetDateTime _ -> instant;
            case LocalDateTime _ -> utc;
            default -> text;
        };
    }

    private String quote(String name) {
        return isOfTheProfile() ? '`' + name + '`' : '"' + name + '"';
    }
}
