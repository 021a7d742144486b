package io.hindcast.house.story;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The story as somebody sees it who keeps accounts in a table: after each event the row of its account, which a system that
/// writes down what happens to rows wrote down. Nothing of the events themselves is left but when they were and who it was.
record RowDiary(List<Page> pages) {
    /// @param version of the event, kept in the row, so that every event changes it
    record Row(String id, String owner, BigDecimal balance, long version) {
        Map<String, String> columns() {
            var columns = new LinkedHashMap<String, String>();
            columns.put("id", id);
            columns.put("owner", owner);
            columns.put("balance", balance.toPlainString());
            columns.put("row_version", Long.toString(version));
            return columns;
        }
    }

    /// @param number from 1, over all accounts
    record Page(int number, Instant at, String actor, Row row) {
        boolean isFirst() {
            return row.version() == 1;
        }
    }

    static RowDiary of(Story story) {
        var rows = new LinkedHashMap<String, Row>();
        var pages = new ArrayList<Page>();
        for (Story.Happening event : story.events()) {
            Row before = rows.getOrDefault(event.stream(), new Row(event.stream(), "", BigDecimal.ZERO, 0));
            Row after = new Row(event.stream(), owner(event, before), balance(event, before), event.version());
            rows.put(event.stream(), after);
            pages.add(new Page(event.number(), event.at(), event.actor(), after));
        }
        return new RowDiary(pages);
    }

    private static String owner(Story.Happening event, Row before) {
        return event.data().has("owner") ? event.data().get("owner").asText() : before.owner();
    }

    private static BigDecimal balance(Story.Happening event, Row before) {
        return switch (event.type()) {
            case "MoneyDeposited" -> before.balance().add(event.data().get("amount").decimalValue());
            case "MoneyWithdrawn" -> before.balance().subtract(event.data().get("amount").decimalValue());
            default -> before.balance();
        };
    }

    /// As Hibernate Envers writes: the whole row, with the number of its transaction.
    void writeEnvers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE revinfo (rev BIGINT PRIMARY KEY, revtstmp BIGINT, username VARCHAR(50))");
            statement.execute(
                    """
                    CREATE TABLE account_aud (id VARCHAR(36), rev BIGINT, revtype INTEGER, owner VARCHAR(100),
                        balance VARCHAR(60), row_version INTEGER, PRIMARY KEY (id, rev))
                    """);
            for (Page page : pages) {
                statement.execute("INSERT INTO revinfo VALUES (%d, %d, %s)"
                        .formatted(page.number(), page.at().toEpochMilli(), quoted(page.actor())));
                statement.execute("INSERT INTO account_aud VALUES (%s, %d, %d, %s, %s, %d)"
                        .formatted(
                                quoted(page.row().id()),
                                page.number(),
                                page.isFirst() ? 0 : 1,
                                quoted(page.row().owner()),
                                quoted(page.row().balance().toPlainString()),
                                page.row().version()));
            }
        }
    }

    /// As the audit trigger writes: the new row, or the old one and what changed.
    void writeAuditTrigger(Connection connection) throws SQLException {
        var before = new LinkedHashMap<String, Row>();
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION hstore");
            statement.execute("CREATE SCHEMA audit");
            statement.execute(
                    """
                    CREATE TABLE audit.logged_actions (event_id bigint PRIMARY KEY, schema_name text, table_name text,
                        session_user_name text, application_name text, transaction_id bigint,
                        action_tstamp_clk timestamptz NOT NULL, action text NOT NULL, row_data hstore,
                        changed_fields hstore, statement_only boolean NOT NULL)
                    """);
            for (Page page : pages) {
                Row old = before.put(page.row().id(), page.row());
                statement.execute("INSERT INTO audit.logged_actions VALUES (%d, 'bank', 'account', %s, 'story', %d, '%s', '%s', %s, %s, false)"
                        .formatted(
                                page.number(),
                                quoted(page.actor()),
                                page.number(),
                                page.at(),
                                page.isFirst() ? "I" : "U",
                                hstore((old == null ? page.row() : old).columns()),
                                old == null ? "NULL" : hstore(changed(old, page.row()))));
            }
        }
    }

    private static Map<String, String> changed(Row old, Row row) {
        var changed = row.columns();
        changed.entrySet().removeIf(column -> Objects.equals(column.getValue(), old.columns().get(column.getKey())));
        return changed;
    }

    private static String hstore(Map<String, String> columns) {
        return quoted(columns.entrySet().stream()
                .map(column -> "\"%s\"=>\"%s\""
                        .formatted(column.getKey(), column.getValue().replace("\\", "\\\\").replace("\"", "\\\"")))
                .collect(Collectors.joining(", ")));
    }

    /// As MariaDB itself keeps versions: the table is only written to, on a clock that is set.
    void writeSystemVersioned(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00', sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')");
            statement.execute(
                    """
                    CREATE TABLE account (id varchar(36) PRIMARY KEY, owner varchar(100), balance decimal(60, 25), row_version int)
                    WITH SYSTEM VERSIONING
                    """);
            for (Page page : pages) {
                Row row = page.row();
                statement.execute("SET @@timestamp = %s".formatted(BigDecimal.valueOf(page.at().toEpochMilli(), 3)));
                statement.execute(
                        """
                        INSERT INTO account VALUES (%s, %s, %s, %d) ON DUPLICATE KEY
                        UPDATE owner = VALUES(owner), balance = VALUES(balance), row_version = VALUES(row_version)
                        """
                                .formatted(quoted(row.id()), quoted(row.owner()), row.balance().toPlainString(), row.version()));
            }
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
