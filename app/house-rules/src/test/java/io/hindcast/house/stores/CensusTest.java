package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.mariadb.LocalMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// In every real store, every row of the tables that are read is an event, or counted by name among those that are no
/// events.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CensusTest {
    /// Rows of tables beside those of the events, which are named too.
    private static final List<String> OF_OTHER_TABLES = List.of("other rows of table", "links to other streams");

    private final TestServers servers = new TestServers();
    private final Map<Counted, String> locations = new LinkedHashMap<>();

    /// A store, and the tables whose rows are counted by the database itself.
    record Counted(RealStore store, List<String> tables) {
        @Override
        public String toString() {
            return store.toString();
        }
    }

    static Stream<Counted> stores() {
        return Stream.concat(
                Stream.of(
                        file("axon4-jdbc-h2", "store.mv.db", "DOMAINEVENTENTRY"),
                        file("axon5-jpa-h2", "store.mv.db", "AGGREGATE_EVENT_ENTRY"),
                        file("envers-h2", "store.mv.db", "ACCOUNT_AUD", "ACCOUNT_TAG_AUD", "BRANCH_AUD"),
                        file("pyeventsourcing-sqlite", "store.sqlite", "stored_events"),
                        file("evtstore-sqlite", "store.sqlite", "events"),
                        file("emmett-sqlite", "store.sqlite", "emt_messages"),
                        file("resolve-sqlite", "store.sqlite", "events"),
                        file("node-cqrs-sqlite", "store.sqlite", "tbl_events"),
                        file("fjogeleit-sqlite", "store.sqlite", "_ca20728d35f00c3a4c21b1fc8b0086b59f89df2d"),
                        dump("axon4-jdbc-postgresql", "domainevententry"),
                        dump("axon4-jpa-postgresql", "domain_event_entry"),
                        dump("axon5-jpa-postgresql", "aggregate_event_entry"),
                        dump("castore-postgres", "event"),
                        dump("commanded-eventstore", "stream_events"),
                        dump("cqrs-es", "events"),
                        dump("emmett-postgresql", "emt_messages"),
                        dump("eugene-khyst", "es_event"),
                        dump("eventually-rs", "events"),
                        dump("evtstore-postgres", "events"),
                        dump("fjogeleit-postgres", "_ca20728d35f00c3a4c21b1fc8b0086b59f89df2d"),
                        dump("fstore-sql", "events"),
                        dump("marten-emulated", "mt_events"),
                        dump("message-db", "message_store.messages"),
                        dump("pekko-jdbc", "event_journal"),
                        dump("pekko-r2dbc", "event_journal"),
                        dump("prooph", "_c13e773115edb65782d7720c9530285055041437"),
                        dump("pyeventsourcing-postgresql", "bankaccounts_events"),
                        dump("rails-event-store", "event_store_events"),
                        dump("resolve-postgres", "events"),
                        dump("sqlstreamstore", "messages"),
                        dump("valkyr-postgres", "events"),
                        dump("wolkenkit-postgres", "domain-events"),
                        dump("wolkenkit3-postgres", "store_bank_events"),
                        dump("spring-modulith", "event_publication"),
                        dump("debezium-outbox", "bank.outboxevent"),
                        dump("audit-trigger", "audit.logged_actions"),
                        dump("envers-postgres", "account_aud", "account_tag_aud", "branch_aud")),
                Stream.concat(
                        LocalMariaDb.isAvailable() ? onMariaDb(RealStore.MARIADB) : Stream.of(),
                        LocalMySql.isAvailable() ? onMariaDb(RealStore.MYSQL) : Stream.of()));
    }

    private static Stream<Counted> onMariaDb(String server) {
        return Stream.of(
                new Counted(new RealStore("wolkenkit-mariadb", "dump.sql.gz", server), List.of("domain-events")),
                new Counted(new RealStore("wolkenkit3-mariadb", "dump.sql.gz", server), List.of("store_bank_events")),
                new Counted(new RealStore("cqrs-es-mysql", "dump.sql.gz", server), List.of("events")),
                new Counted(new RealStore("resolve-mysql", "dump.sql.gz", server), List.of("events")));
    }

    private static Counted file(String folder, String name, String... tables) {
        return new Counted(new RealStore(folder, name + ".gz", name), List.of(tables));
    }

    private static Counted dump(String folder, String... tables) {
        return new Counted(new RealStore(folder, "dump.sql.gz", ""), List.of(tables));
    }

    @BeforeAll
    void laysOutTheStores(@TempDir Path scratch) throws IOException {
        for (Counted one : stores().toList()) {
            Path folder = Files.createDirectory(scratch.resolve(one.store().label()));
            locations.put(one, one.store().location(folder, servers));
        }
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void rows_are_events_or_named(Counted one) throws SQLException {
        String location = locations.getOrDefault(one, "");
        long told;
        try (var open = TestHouse.openPlain(location, one.store().userOfFile())) {
            long named = open.store().source().notRead().stream()
                    .filter(row -> OF_OTHER_TABLES.stream().noneMatch(row.what()::startsWith))
                    .mapToLong(NotRead::rows)
                    .filter(rows -> rows > 0)
                    .sum();
            told = open.index().size() + named;
        }

        long rows = 0;
        try (var connection = connect(one, location)) {
            for (String table : one.tables()) {
                rows += rows(connection, table, one.store().isOnMariaDb() ? "`" : "\"");
            }
        }
        assertThat(told).isEqualTo(rows).isPositive();
    }

    private Connection connect(Counted one, String location) throws SQLException {
        String database = one.store().folder().replace('-', '_');
        return switch (one.store().opened()) {
            case "" -> servers.stores().connect(database);
            case RealStore.MARIADB -> servers.mariadb().connect(database);
            case RealStore.MYSQL -> servers.mysql().connect(database);
            case "store.sqlite" -> DriverManager.getConnection("jdbc:sqlite:" + location);
            default -> DriverManager.getConnection(
                    "jdbc:h2:" + location.substring(0, location.length() - ".mv.db".length()) + ";ACCESS_MODE_DATA=r", "sa", "");
        };
    }

    private static long rows(Connection connection, String table, String quote) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT count(*) FROM " + quote + table.replace(".", quote + "." + quote) + quote)) {
            result.next();
            return result.getLong(1);
        }
    }
}
