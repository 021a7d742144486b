package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ReadOut;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server itself keeps of the rows of its system-versioned tables.
@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMariaDb#isAvailable")
class RowHistoriesTest {
    @BeforeAll
    static void fill() throws SQLException {
        TestServer.server().createDatabase("versions");
        TestServer.run(
                "versions",
                """
                SET time_zone = '+00:00';
                CREATE TABLE account (id int PRIMARY KEY, owner varchar(50), balance decimal(30, 10), big bigint unsigned)
                    WITH SYSTEM VERSIONING;
                CREATE TABLE stay (place int, guest varchar(20), note text, PRIMARY KEY (place, guest))
                    WITH SYSTEM VERSIONING;
                CREATE TABLE plain (id int PRIMARY KEY);
                SET @@timestamp = UNIX_TIMESTAMP('2026-01-31 10:00:00.000001');
                INSERT INTO account VALUES (1, 'Zoë', 10.0000000001, 18446744073709551615), (2, 'Ben', 0, NULL);
                SET @@timestamp = UNIX_TIMESTAMP('2026-02-01 10:00:00');
                UPDATE account SET balance = -5 WHERE id = 1;
                SET @@timestamp = UNIX_TIMESTAMP('2026-02-02 10:00:00');
                UPDATE account SET owner = NULL WHERE id = 1;
                DELETE FROM account WHERE id = 2;
                SET @@timestamp = UNIX_TIMESTAMP('2026-02-03 10:00:00');
                INSERT INTO account VALUES (2, 'Ben', 0, NULL);
                INSERT INTO stay VALUES (7, 'kim', 'it''s');
                """);
    }

    @Test
    void every_change_of_a_row_is_an_event_with_what_changed() {
        try (var source = new MariaDbConnector().open(TestServer.request("versions"))) {
            var events = ReadOut.of(source, ReadRequest.stream("versions.account/1")).events();

            assertThat(source.info().layout()).isEqualTo("system-versioned");
            assertThat(events).extracting(event -> event.type()).containsExactly("insert", "update", "update");
            assertThat(events)
                    .extracting(event -> event.data().text().replace(" ", ""))
                    .containsExactly(
                            "{\"id\":1,\"owner\":\"Zoë\",\"balance\":10.0000000001,\"big\":18446744073709551615}",
                            "{\"balance\":-5.0000000000}",
                            "{\"owner\":null}");
            assertThat(events.getFirst().recordedAt().orElseThrow()).hasToString("2026-01-31T10:00:00.000001Z");
            assertThat(events).extracting(event -> event.version().orElseThrow()).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void a_row_that_was_deleted_and_comes_again_goes_on_in_its_stream() {
        try (var source = new MariaDbConnector().open(TestServer.request("versions"))) {
            var events = ReadOut.of(source, ReadRequest.stream("versions.account/2")).events();

            assertThat(events).extracting(event -> event.type()).containsExactly("insert", "delete", "insert");
            assertThat(events.getLast().data().text()).contains("Ben");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void all_tables_are_one_store_in_the_order_of_time(int rows) {
        try (var source = new MariaDbConnector().open(TestServer.request("versions"))) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(rows)).events();

            assertThat(events)
                    .extracting(event -> event.stream() + " " + event.type())
                    .containsExactly(
                            "versions.account/1 insert",
                            "versions.account/2 insert",
                            "versions.account/1 update",
                            "versions.account/1 update",
                            "versions.account/2 delete",
                            "versions.account/2 insert",
                            "versions.stay/7/kim insert");
        }
    }
}
