package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Stores whose events lie in more than one table, where the tables do not quite fit each other.
class JoinedStoresTest {
    private static final String MARTEN_EVENTS =
            """
            CREATE TABLE mt_events (seq_id bigint PRIMARY KEY, id uuid NOT NULL DEFAULT gen_random_uuid(),
                stream_id varchar, version bigint NOT NULL, data jsonb NOT NULL, type varchar NOT NULL,
                "timestamp" timestamptz NOT NULL DEFAULT now(), tenant_id varchar DEFAULT '*DEFAULT*',
                mt_dotnet_type varchar, correlation_id varchar, headers jsonb, is_archived boolean DEFAULT false)
            """;
    private static final String MARTEN_STREAMS =
            """
            CREATE TABLE mt_streams (id varchar, type varchar, version bigint, tenant_id varchar DEFAULT '*DEFAULT*',
                is_archived boolean DEFAULT false, PRIMARY KEY (tenant_id, id))
            """;
    private static final String RAILS_EVENTS =
            """
            CREATE TABLE event_store_events (id bigserial PRIMARY KEY, event_id uuid NOT NULL UNIQUE,
                event_type varchar NOT NULL, metadata bytea, data bytea NOT NULL,
                created_at timestamp(6) NOT NULL DEFAULT now(), valid_at timestamp(6))
            """;
    private static final String RAILS_LINKS =
            """
            CREATE TABLE event_store_events_in_streams (id bigserial PRIMARY KEY, stream varchar NOT NULL,
                position integer, event_id uuid NOT NULL, created_at timestamp(6) NOT NULL DEFAULT now(),
                UNIQUE (stream, event_id))
            """;

    @Test
    void parts_of_a_table_by_tenant_and_by_what_is_archived_are_read_as_one() throws SQLException {
        TestServer.server().createDatabase("parted");
        TestServer.run(
                "parted",
                MARTEN_EVENTS.replace("bigint PRIMARY KEY", "bigint").strip() + " PARTITION BY LIST (tenant_id)",
                "CREATE TABLE mt_events_north PARTITION OF mt_events FOR VALUES IN ('north') PARTITION BY LIST (is_archived)",
                "CREATE TABLE mt_events_north_kept PARTITION OF mt_events_north FOR VALUES IN (true)",
                "CREATE TABLE mt_events_north_now PARTITION OF mt_events_north DEFAULT",
                "CREATE TABLE mt_events_rest PARTITION OF mt_events DEFAULT",
                MARTEN_STREAMS,
                "INSERT INTO mt_streams (id, type, tenant_id, is_archived) VALUES ('a', 'loan', 'north', true),"
                        + " ('b', 'loan', 'south', false)",
                """
                INSERT INTO mt_events (seq_id, stream_id, version, data, type, tenant_id, is_archived) VALUES
                    (1, 'a', 1, '{"n": 1}', 'opened', 'north', true), (2, 'b', 1, '{"n": 2}', 'opened', 'south', false),
                    (3, 'a', 2, '{"n": 3}', 'closed', 'north', true)
                """);
        try (var source = new PostgresConnector().open(TestServer.request("parted"))) {
            assertThat(source.info().system()).isEqualTo("marten");
            assertThat(source.notRead()).isEmpty();
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(1)).events())
                    .extracting(Event::stream, event -> event.data().text())
                    .containsExactly(
                            tuple("north/a", "{\"n\": 1}"), tuple("south/b", "{\"n\": 2}"), tuple("north/a", "{\"n\": 3}"));
            assertThat(source.deletedStreams()).containsExactly("north/a");
        }
    }

    @Test
    void the_same_id_in_two_tenants_is_two_streams() throws SQLException {
        TestServer.server().createDatabase("tenants");
        TestServer.run(
                "tenants",
                MARTEN_EVENTS,
                MARTEN_STREAMS,
                "INSERT INTO mt_streams (id, type, tenant_id) VALUES ('a/1', 'loan', 'north'), ('a/1', 'account', 'south'),"
                        + " ('a/1', 'order', '*DEFAULT*')",
                """
                INSERT INTO mt_events (seq_id, stream_id, version, data, type, tenant_id, correlation_id, headers) VALUES
                    (1, 'a/1', 1, '{"n": 1}', 'opened', 'north', 'c "1"', '{"user": "ann"}'),
                    (2, 'a/1', 1, '{"n": 2}', 'opened', 'south', NULL, NULL),
                    (3, 'a/1', 1, '{"n": 3}', 'opened', '*DEFAULT*', NULL, '{}'),
                    (4, 'lost', 1, '{"n": 4}', 'opened', 'south', NULL, '{}')
                """);

        try (var source = open("tenants")) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(3)).events();
            assertThat(events)
                    .extracting(Event::stream, Event::category, Event::trouble)
                    .containsExactly(
                            tuple("north/a/1", "loan", Optional.empty()),
                            tuple("south/a/1", "account", Optional.empty()),
                            tuple("a/1", "order", Optional.empty()),
                            tuple("south/lost", "", Optional.empty()));
            assertThat(events.getFirst().metadata().text())
                    .isEqualTo("{\"correlation_id\":\"c \\\"1\\\"\",\"tenant_id\":\"north\",\"user\": \"ann\"}");
            assertThat(events.get(3).metadata().text()).isEqualTo("{\"tenant_id\":\"south\"}");
            for (Event event : events) {
                assertThat(ReadOut.of(source, ReadRequest.stream(event.stream())).events())
                        .extracting(Event::data)
                        .containsExactly(event.data());
            }
        }
    }

    @Test
    void what_marten_archives_is_read_and_what_it_leaves_out_is_named() throws SQLException {
        TestServer.server().createDatabase("marten_odds");
        TestServer.run(
                "marten_odds",
                MARTEN_EVENTS,
                MARTEN_STREAMS,
                "ALTER TABLE mt_events ADD bdata bytea, ADD is_skipped boolean DEFAULT false, ADD user_name varchar",
                "CREATE TABLE mt_doc_order (id varchar, data jsonb, mt_version bigint, mt_last_modified timestamptz,"
                        + " tenant_id varchar, PRIMARY KEY (tenant_id, id))",
                "CREATE TABLE mt_doc_user (id varchar, data jsonb, mt_version uuid, mt_last_modified timestamptz)",
                "CREATE TABLE mt_event_progression (name varchar, last_seq_id bigint)",
                "INSERT INTO mt_streams (id, type, is_archived) VALUES ('o-1', 'order', false), ('o-2', 'order', true)",
                "INSERT INTO mt_doc_order VALUES ('o-1', '{\"Total\": 1}', 2, now(), '*DEFAULT*')",
                """
                INSERT INTO mt_events (seq_id, stream_id, version, data, bdata, type, is_archived, is_skipped, user_name)
                VALUES (1, 'o-1', 1, '{"n": 1}', NULL, 'opened', false, false, 'ann'),
                    (2, 'mt_tombstone', 2, '{}', NULL, 'tombstone', false, false, NULL),
                    (3, 'o-1', 2, '{}', '\\x9301', 'paid', false, false, NULL),
                    (4, 'o-1', 3, '{"n": 4}', NULL, 'paid', false, true, NULL),
                    (5, 'o-2', 1, '{"n": 5}', NULL, 'opened', true, false, NULL)
                """);

        try (var source = open("marten_odds")) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();
            assertThat(events)
                    .extracting(Event::stream, Event::category)
                    .containsExactly(tuple("o-1", "order"), tuple("o-1", "order"), tuple("o-2", "order"));
            assertThat(events.getFirst().metadata().text()).contains("\"user_name\":\"ann\"");
            assertThat(events.get(1).data().copy()).containsExactly(0x93, 0x01);
            assertThat(source.deletedStreams()).containsExactly("o-2");
            assertThat(source.notRead())
                    .extracting(NotRead::what, NotRead::rows)
                    .containsExactly(
                            tuple("tombstones", 1L),
                            tuple("events marked as skipped", 1L),
                            tuple("documents: table public.mt_doc_user", -1L),
                            tuple("progress of projections: table public.mt_event_progression", -1L));
            assertThat(source.snapshots().orElseThrow().countByStream()).containsExactly(Map.entry("o-1", 1L));
        }
    }

    @Test
    void a_linked_event_is_read_once_and_one_in_no_stream_is_not_lost() throws SQLException {
        TestServer.server().createDatabase("links");
        TestServer.run(
                "links",
                RAILS_EVENTS,
                RAILS_LINKS,
                """
                INSERT INTO event_store_events (event_id, event_type, data, valid_at)
                SELECT ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'Shop::Paid',
                       convert_to('--- !ruby/object:Paid' || chr(10) || 'n: ' || n, 'UTF8'),
                       CASE WHEN n = 2 THEN timestamp '2024-02-03 04:05:06' END
                FROM generate_series(1, 4) n
                """,
                """
                INSERT INTO event_store_events_in_streams (stream, position, event_id) VALUES
                    ('Order$1', NULL, '00000000-0000-0000-0000-000000000002'),
                    ('Order$1', NULL, '00000000-0000-0000-0000-000000000001'),
                    ('$by_type_Paid', NULL, '00000000-0000-0000-0000-000000000001'),
                    ('Order$1', 0, '00000000-0000-0000-0000-000000000003')
                """);

        try (var source = open("links")) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(3)).events();
            assertThat(events)
                    .extracting(Event::stream, Event::type, Event::version, Event::trouble)
                    .containsExactly(
                            tuple("Order$1", "Paid", OptionalLong.empty(), Optional.empty()),
                            tuple("Order$1", "Paid", OptionalLong.empty(), Optional.empty()),
                            tuple("Order$1", "Paid", OptionalLong.of(0), Optional.empty()),
                            tuple("(in no stream)", "Paid", OptionalLong.empty(), Optional.empty()));
            assertThat(events.getFirst().data().text()).startsWith("--- !ruby/object:Paid");
            assertThat(source.notRead())
                    .extracting(NotRead::what, NotRead::rows)
                    .contains(tuple("links to other streams", 1L));
            assertThat(events.get(1).metadata().text()).isEqualTo("{\"valid_at\":\"2024-02-03T04:05:06Z\"}");
            assertThat(ReadOut.of(source, ReadRequest.stream("(in no stream)")).events()).hasSize(1);
            assertThat(ReadOut.of(source, ReadRequest.stream("Order$1").withPageSize(1)).events())
                    .as("as the library reads them: by the link's number")
                    .extracting(event -> event.id().orElseThrow().charAt(35))
                    .containsExactly('2', '1', '3');
            assertThat(ReadOut.of(source, ReadRequest.stream("$by_type_Paid")).events()).isEmpty();
        }
    }

    @Test
    void rows_that_lack_what_makes_them_events_are_counted() throws SQLException {
        TestServer.server().createDatabase("alone");
        TestServer.run(
                "alone",
                """
                CREATE TABLE streams (id char(42), id_original varchar(1000), id_internal serial PRIMARY KEY,
                    version int, position bigint)
                """,
                """
                CREATE TABLE messages (stream_id_internal int NOT NULL, stream_version int NOT NULL,
                    position bigint PRIMARY KEY, message_id uuid DEFAULT gen_random_uuid(),
                    created_utc timestamp DEFAULT now(), type varchar, json_data jsonb, json_metadata jsonb)
                """,
                "INSERT INTO streams (id_original) VALUES ('cart-1'), ('$deleted')",
                "INSERT INTO messages (stream_id_internal, stream_version, position, type, json_data) VALUES"
                        + " (1, 0, 0, 'Added', '{}'), (2, 0, 1, '$stream-deleted', '{}'), (3, 0, 2, 'Added', '{}')");

        try (var source = open("alone")) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).events())
                    .extracting(Event::stream)
                    .containsExactly("cart-1");
            assertThat(source.notRead())
                    .extracting(NotRead::what, NotRead::rows)
                    .containsExactly(
                            tuple("notes of deleted streams and messages", 1L),
                            tuple("rows of table public.messages that stand alone", 1L));
        }
    }

    private static EventSource open(String database) {
        return new PostgresConnector().open(TestServer.request(database));
    }
}
