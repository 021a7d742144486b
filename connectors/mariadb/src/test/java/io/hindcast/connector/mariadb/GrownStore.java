package io.hindcast.connector.mariadb;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Stores of more rows than fit on a page, in the tables that their systems make, with their keys and indexes. Those of
/// `sample-data/real` are what the systems wrote; the others are rows laid out by hand.
enum GrownStore {
    WOLKENKIT("wolkenkit-mariadb"),
    WOLKENKIT_3("wolkenkit3-mariadb"),
    CQRS_ES("cqrs-es-mysql"),
    RESOLVE("resolve-mysql"),
    MESSAGE_DB(
            """
            CREATE TABLE messages (
                global_position bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, position bigint NOT NULL,
                time datetime(6) NOT NULL, stream_name varchar(255) NOT NULL, type varchar(255) NOT NULL, data json,
                metadata json, id char(36) NOT NULL, UNIQUE (stream_name, position));
            INSERT INTO messages (position, time, stream_name, type, data, id)
            SELECT FLOOR(g / 4), @then + INTERVAL g SECOND, CONCAT('account-', g % 4), 'T', '{"a": 1}', UUID() FROM @numbers
            """,
            "account-1"),
    OUTBOX(
            """
            CREATE TABLE outboxevent (
                id char(36) NOT NULL PRIMARY KEY, aggregatetype varchar(255) NOT NULL, aggregateid varchar(255) NOT NULL,
                type varchar(255) NOT NULL, payload json NOT NULL, occurred_at datetime(6) NOT NULL);
            INSERT INTO outboxevent
            SELECT UUID(), 'account', g % 4, 'T', '{"a": 1}', @then + INTERVAL g * 7919 % 997 SECOND FROM @numbers
            """,
            "account/1"),
    NUMBERED_OUTBOX(
            """
            CREATE TABLE outboxevent (
                id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, aggregatetype varchar(255) NOT NULL, aggregateid varchar(255) NOT NULL,
                type varchar(255) NOT NULL, payload json NOT NULL, occurred_at datetime(6) NOT NULL);
            INSERT INTO outboxevent (aggregatetype, aggregateid, type, payload, occurred_at)
            SELECT 'account', g % 4, 'T', '{"a": 1}', @then + INTERVAL g * 7919 % 997 SECOND FROM @numbers
            """,
            "account/1"),
    /// The key is two columns, and the order none of them.
    OUTBOX_OF_TENANTS(
            """
            CREATE TABLE outboxevent (
                tenant varchar(20) NOT NULL, id binary(16) NOT NULL, aggregatetype varchar(255) NOT NULL,
                aggregateid varchar(255) NOT NULL, type varchar(255) NOT NULL, payload json NOT NULL,
                occurred_at datetime(6) NOT NULL, PRIMARY KEY (tenant, id));
            INSERT INTO outboxevent
            SELECT CONCAT('Mandant ', CHAR(65 + g % 3)), UNHEX(MD5(g)), 'account', g % 4, CONCAT('T', g), '{"a": 1}',
                @then + INTERVAL g * 7919 % 997 SECOND FROM @numbers
            """,
            "account/1"),
    MODULITH(
            """
            CREATE TABLE event_publication (
                id char(36) NOT NULL PRIMARY KEY, listener_id varchar(512) NOT NULL, event_type varchar(512) NOT NULL,
                serialized_event varchar(4000) NOT NULL, publication_date timestamp(6) NOT NULL,
                completion_date timestamp(6) NULL, INDEX by_completion (completion_date));
            INSERT INTO event_publication
            SELECT UUID(), 'ledger', 'bank.Moved', CONCAT('{"id": "', g % 4, '"}'), @then + INTERVAL g * 7919 % 997 SECOND, NULL
            FROM @numbers
            """,
            "ledger/1"),
    RAILS(
            """
            CREATE TABLE event_store_events (
                id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, event_id varchar(36) NOT NULL, event_type varchar(255) NOT NULL,
                metadata json, data json NOT NULL, created_at datetime(6) NOT NULL, valid_at datetime(6),
                UNIQUE (event_id), INDEX (event_type), INDEX (created_at), INDEX (valid_at));
            CREATE TABLE event_store_events_in_streams (
                id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, stream varchar(255) NOT NULL, position int,
                event_id varchar(36) NOT NULL, created_at datetime(6) NOT NULL, UNIQUE (stream, position),
                UNIQUE (stream, event_id), INDEX (event_id), INDEX (created_at));
            INSERT INTO event_store_events (event_id, event_type, data, created_at)
            SELECT CONCAT('e-', g), 'Moved', '{"a": 1}', @then + INTERVAL g SECOND FROM @numbers;
            INSERT INTO event_store_events_in_streams (stream, position, event_id, created_at)
            SELECT CONCAT('Account$', g % 4), FLOOR(g / 4), CONCAT('e-', g), @then + INTERVAL g SECOND FROM @numbers
            """,
            "Account$1"),
    PROOPH(prooph("_a", "g % 2 = 0") + prooph("_b", "g % 2 = 1"), "1"),
    ENVERS(envers("account", "id bigint", "g % 4", "rev, id", "") + envers("branch", "id bigint", "g % 4", "id, rev", ""), "account/1"),
    SYSTEM_VERSIONED(
            """
            CREATE TABLE account (id int PRIMARY KEY, balance int) WITH SYSTEM VERSIONING;
            SET @@timestamp = UNIX_TIMESTAMP('2026-01-01 10:00:00');
            INSERT INTO account SELECT g, 0 FROM @numbers WHERE g < 400;
            SET @@timestamp = UNIX_TIMESTAMP('2026-01-02 10:00:00');
            UPDATE account SET balance = 1;
            SET @@timestamp = UNIX_TIMESTAMP('2026-01-03 10:00:00');
            UPDATE account SET balance = 2;
            SET @@timestamp = UNIX_TIMESTAMP('2026-01-04 10:00:00');
            UPDATE account SET balance = 3;
            """,
            "grown_system_versioned.account/1"),
    A_VIEW(
            """
            CREATE TABLE entry (no bigint AUTO_INCREMENT PRIMARY KEY, account varchar(40) NOT NULL, at datetime(6) NOT NULL);
            INSERT INTO entry (account, at) SELECT g % 4, @then + INTERVAL g SECOND FROM @numbers;
            CREATE VIEW entries AS SELECT * FROM entry
            """,
            "1");

    private static final String MAPPING =
            """
            system = view
            [recognise]
            table = entries
            [events]
            stream   = {account}
            type     = {kind?} or "Entry"
            recorded = {at} | time utc
            data     = {*}
            """;

    private static final Set<String> LAID_OUT = new HashSet<>();

    private final String real;
    private final String statements;
    private final String stream;

    GrownStore(String real) {
        this.real = real;
        this.statements = "";
        this.stream = "";
    }

    GrownStore(String statements, String stream) {
        this.real = "";
        this.statements = statements.replace("@then", "TIMESTAMP '2026-01-01 00:00:00'").replace("@numbers", numbers());
        this.stream = stream;
    }

    /// A table of the numbers from 0 to 1999.
    private static String numbers() {
        String digits = IntStream.range(0, 10)
                .mapToObj(digit -> "SELECT " + digit + " AS d")
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
        return "(SELECT t.d * 1000 + a.d * 100 + b.d * 10 + c.d AS g FROM %1$s a, %1$s b, %1$s c, (SELECT 0 AS d UNION ALL SELECT 1) t) n"
                .formatted(digits);
    }

    private static String prooph(String table, String which) {
        return """
                CREATE TABLE IF NOT EXISTS event_streams (
                    no bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, real_stream_name varchar(150) NOT NULL,
                    stream_name char(41) NOT NULL, metadata json, category varchar(150), UNIQUE (real_stream_name));
                INSERT INTO event_streams (real_stream_name, stream_name) VALUES ('%1$s', '%1$s');
                CREATE TABLE %1$s (
                    no bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, event_id char(36) NOT NULL, event_name varchar(100) NOT NULL,
                    payload json NOT NULL, metadata json NOT NULL, created_at datetime(6) NOT NULL,
                    aggregate_version int unsigned NOT NULL, aggregate_id char(36) NOT NULL, aggregate_type varchar(150) NOT NULL,
                    UNIQUE (event_id), UNIQUE (aggregate_type, aggregate_id, aggregate_version), INDEX (aggregate_type, aggregate_id, no));
                INSERT INTO %1$s (event_id, event_name, payload, metadata, created_at, aggregate_version, aggregate_id, aggregate_type)
                SELECT UUID(), 'Moved', '{"a": 1}',
                    JSON_OBJECT('_aggregate_id', CONCAT(g %% 4), '_aggregate_type', 'Account', '_aggregate_version', FLOOR(g / 4) + 1),
                    @then + INTERVAL g SECOND, FLOOR(g / 4) + 1, g %% 4, 'Account'
                FROM @numbers WHERE %2$s ORDER BY g;
                """
                .formatted(table, which);
    }

    private static String envers(String table, String columns, String id, String key, String more) {
        return """
                CREATE TABLE IF NOT EXISTS revinfo (rev int PRIMARY KEY, revtstmp bigint, username varchar(50));
                INSERT IGNORE INTO revinfo SELECT g + 1, 1767225600000 + g * 1000, 'kim' FROM @numbers;
                CREATE TABLE %1$s_aud (
                    rev int NOT NULL, revtype tinyint, balance decimal(20, 4), %2$s NOT NULL, PRIMARY KEY (%4$s),
                    FOREIGN KEY (rev) REFERENCES revinfo (rev)%5$s);
                INSERT INTO %1$s_aud (rev, revtype, balance, id)
                SELECT g + 1, IF(g < 40, 0, 1), g, %3$s FROM @numbers WHERE g %% 2 = 0 OR '%1$s' = 'account';
                """
                .formatted(table, columns, id, key, more);
    }

    /// How to open it on a server, where it is laid out once.
    OpenRequest on(GrownServer server) throws SQLException {
        String database = "grown_" + name().toLowerCase(Locale.ROOT);
        synchronized (LAID_OUT) {
            if (LAID_OUT.add(server + database)) {
                fill(server.running(), database);
            }
        }
        var plain = request(server.running(), database);
        return this == A_VIEW
                ? new OpenRequest(plain.location(), Map.of("mapping", mapping().toString()), plain.password())
                : plain;
    }

    /// How the administrator opens a database.
    static OpenRequest request(LocalMariaDb server, String database) {
        return OpenRequest.of(new Location(server.url(database) + "?user=" + LocalMariaDb.ADMINISTRATOR));
    }

    /// What lays its tables out and fills them.
    String statements() {
        return "SET time_zone = '+00:00'; SET SESSION sql_mode = ''; " + statements;
    }

    private void fill(LocalMariaDb server, String database) throws SQLException {
        if (real.isEmpty()) {
            server.createDatabase(database);
            server.run(database, statements());
        } else {
            server.load(database, Path.of(System.getProperty("hindcast.root", "."), "sample-data/real", real, "dump.sql.gz"));
        }
        analyse(server, database);
    }

    private static Path mapping() {
        try {
            Path file = Files.createTempFile("entries", ".layout");
            file.toFile().deleteOnExit();
            return Files.writeString(file, MAPPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As a server in use does by itself, so that statements run as they do there.
    static void analyse(LocalMariaDb server, String database) throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = server.connect(database);
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + database
                            + "' AND table_type <> 'VIEW'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute("ANALYZE TABLE `" + table + "`");
            }
        }
    }

    /// A stream of many events.
    String stream(ReadOut all) {
        return stream.isEmpty() ? all.longestStream() : stream;
    }
}
