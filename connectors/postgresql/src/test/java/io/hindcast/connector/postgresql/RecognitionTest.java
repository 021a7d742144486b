package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which table is taken for the store's, where several look like it, where columns came or went, and where a role sees little.
class RecognitionTest {
    private static final String CQRS =
            """
            CREATE TABLE %s (aggregate_type text NOT NULL, aggregate_id text NOT NULL, sequence bigint NOT NULL,
                event_type text NOT NULL, event_version text NOT NULL, payload json NOT NULL, metadata json NOT NULL,
                PRIMARY KEY (aggregate_type, aggregate_id, sequence))
            """;

    private static final String CQRS_SNAPSHOTS =
            """
            CREATE TABLE snapshots (aggregate_type text NOT NULL, aggregate_id text NOT NULL, last_sequence bigint NOT NULL,
                current_snapshot bigint NOT NULL, payload json NOT NULL)
            """;

    private static final String MARTEN =
            """
            CREATE TABLE mt_events (seq_id bigint PRIMARY KEY, id uuid, stream_id uuid, version bigint, data jsonb,
                type varchar(500), timestamp timestamptz, tenant_id varchar, mt_dotnet_type varchar, is_archived boolean)
            """;

    private static final String MARTEN_STREAMS =
            "CREATE TABLE mt_streams (id uuid, type varchar, tenant_id varchar, is_archived boolean)";

    @Test
    void copies_backups_and_views_do_not_take_the_place_of_the_table() throws SQLException {
        TestServer.server().createDatabase("copies");
        TestServer.run(
                "copies",
                CQRS.formatted("events"),
                CQRS_SNAPSHOTS,
                CQRS.formatted("backup_of_events"),
                "CREATE VIEW all_events AS SELECT * FROM events",
                "INSERT INTO events VALUES ('account', '1', 1, 'Opened', '1.0', '{}', '{}')",
                "INSERT INTO snapshots VALUES ('account', '1', 1, 1, '{}')");

        try (var source = open("copies")) {
            assertThat(events(source)).hasSize(1);
            assertThat(source.snapshots().orElseThrow().count()).isEqualTo(1);
            assertThat(source.notRead()).extracting(NotRead::what)
                    .containsExactlyInAnyOrder(
                            "table public.backup_of_events (cqrs-es)", "table public.all_events (cqrs-es)");
        }
    }

    @Test
    void columns_of_the_application_do_not_hide_a_system_and_are_named() throws SQLException {
        TestServer.server().createDatabase("columns_more");
        TestServer.run(
                "columns_more",
                CQRS.formatted("events"),
                "ALTER TABLE events ADD COLUMN timestamp timestamptz, ADD COLUMN tenant text",
                "INSERT INTO events VALUES ('a', '1', 1, 'Opened', '1.0', '{}', '{\"time\":\"2024-03-01T00:00:00Z\"}',"
                        + " '2024-02-01T12:00:00.5+02'),"
                        + " ('a', '1', 2, 'Closed', '1.0', '{}', '{\"time\":\"2024-03-02T00:00:00Z\"}', NULL)");

        try (var source = open("columns_more")) {
            assertThat(source.info().recognisedBy()).contains("columns that are not read: tenant");
            assertThat(events(source)).extracting(event -> event.recordedAt().orElseThrow())
                    .containsExactly(Instant.parse("2024-02-01T10:00:00.5Z"), Instant.parse("2024-03-02T00:00:00Z"));
        }
    }

    @Test
    void tables_with_a_prefix_are_known_and_have_the_snapshots_of_the_same_prefix() throws SQLException {
        TestServer.server().createDatabase("prefixed");
        String columns = "event_identifier text, aggregate_identifier text, sequence_number bigint, type text, payload bytea,"
                + " payload_type text, time_stamp text, meta_data bytea";
        for (String prefix : List.of("shop_", "shelf_")) {
            TestServer.run(
                    "prefixed",
                    "CREATE TABLE %sdomain_event_entry (global_index bigint PRIMARY KEY, %s)".formatted(prefix, columns),
                    "CREATE TABLE %ssnapshot_event_entry (%s)".formatted(prefix, columns),
                    "INSERT INTO %ssnapshot_event_entry VALUES ('s', 'a', 0, 'Cart', '{}', 'x.Cart', '2024-01-01T00:00:00.000Z')"
                            .formatted(prefix),
                    "INSERT INTO %sdomain_event_entry VALUES (1, 'e', 'a', 0, 'Cart', '{}', 'x.Made', '2024-01-01T00:00:00.000Z')"
                            .formatted(prefix));
        }

        try (var source = open("prefixed")) {
            assertThat(source.info().layout()).isEqualTo("axon4-jpa");
            assertThat(events(source)).hasSize(1);
            assertThat(source.snapshots().orElseThrow().count()).isEqualTo(1);
            assertThat(source.notRead()).extracting(NotRead::what)
                    .containsExactly("table public.shelf_domain_event_entry (axon4-jpa)");
        }
    }

    @Test
    void of_two_columns_with_a_time_the_second_stands_in_for_the_first() throws SQLException {
        TestServer.server().createDatabase("two_times");
        TestServer.run(
                "two_times",
                """
                CREATE TABLE outbox (id uuid PRIMARY KEY, aggregatetype text, aggregateid text, type text, payload jsonb,
                    occurred_at timestamptz, created_at timestamptz)
                """,
                "INSERT INTO outbox VALUES (gen_random_uuid(), 'a', '1', 'T', '{}', '2024-01-01Z', '2024-01-02Z'),"
                        + " (gen_random_uuid(), 'a', '2', 'T', '{}', NULL, '2024-01-03Z')");

        try (var source = open("two_times")) {
            assertThat(events(source)).allMatch(event -> event.trouble().isEmpty())
                    .extracting(event -> event.recordedAt().orElseThrow().toString())
                    .containsExactlyInAnyOrder("2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z");
        }
    }

    @Test
    void what_a_role_may_not_read_beside_the_events_is_named() throws SQLException {
        TestServer.server().createDatabase("lean");
        TestServer.run(
                "lean",
                MARTEN,
                MARTEN_STREAMS,
                "CREATE TABLE mt_doc_account (id uuid, data jsonb, mt_version int4, mt_last_modified timestamptz)",
                "INSERT INTO mt_events (seq_id, stream_id, version, data, type, is_archived)"
                        + " VALUES (1, gen_random_uuid(), 1, '{}', 'opened', false)");
        role("lean", "lean_reader", "GRANT SELECT ON mt_events TO lean_reader");

        try (var source = open("lean", "lean_reader")) {
            assertThat(source.info().system()).isEqualTo("marten");
            assertThat(events(source)).hasSize(1);
            assertThat(source.notRead()).extracting(NotRead::what)
                    .contains("table public.mt_streams", "snapshots: table public.mt_doc_account");
        }
    }

    @Test
    void a_store_that_is_closed_to_the_role_is_named_as_what_it_is() throws SQLException {
        TestServer.server().createDatabase("closed_store");
        TestServer.run("closed_store", MARTEN, MARTEN_STREAMS);
        role("closed_store", "outsider", "REVOKE ALL ON SCHEMA public FROM PUBLIC");

        assertThat(refusal("closed_store", "outsider"))
                .contains("public.mt_events looks like Marten, but this role may not read it")
                .doesNotContain("no tables");
    }

    @Test
    void a_table_that_misses_something_says_what() throws SQLException {
        TestServer.server().createDatabase("near");
        TestServer.run(
                "near",
                """
                CREATE TABLE event (id bigint, aggregate_name text, aggregate_id text, version int, type text, data jsonb,
                    metadata jsonb, timestamp timestamptz, tenant text)
                """);

        assertThat(refusal("near", "postgres"))
                .contains("public.event looks like Castore, but with the column tenant, which that does not have");

        TestServer.run("near", "ALTER TABLE event RENAME TO other", MARTEN);
        assertThat(refusal("near", "postgres"))
                .contains("public.mt_events looks like Marten, but without the table mt_streams beside it");
    }

    @Test
    void an_application_that_also_calls_its_table_events_is_not_taken_for_a_system() throws SQLException {
        TestServer.server().createDatabase("calendar");
        TestServer.run(
                "calendar",
                "CREATE TABLE events (id serial PRIMARY KEY, title text, starts_at timestamptz, ends_at timestamptz)",
                "CREATE TABLE messages (id serial PRIMARY KEY, sender text, body text)",
                "CREATE TABLE snapshots (id serial PRIMARY KEY, name text)");

        assertThat(refusal("calendar", "postgres"))
                .contains("No event table of a known system was found. Tables seen: public.events");
    }

    private static void role(String database, String name, String... grants) throws SQLException {
        TestServer.run(database, "CREATE ROLE " + name + " LOGIN PASSWORD 'sesame'");
        TestServer.run(database, grants);
    }

    private static String refusal(String database, String role) {
        return catchThrowableOfType(ConnectorException.class, () -> open(database, role).close()).sentence();
    }

    private static List<Event> events(EventSource source) {
        return ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();
    }

    private static EventSource open(String database) {
        return open(database, "postgres");
    }

    private static EventSource open(String database, String role) {
        var location = new Location(TestServer.server().url(database) + "?user=" + role);
        return new PostgresConnector()
                .open(new OpenRequest(location, Map.of(), () -> Optional.of("sesame".toCharArray())));
    }
}
