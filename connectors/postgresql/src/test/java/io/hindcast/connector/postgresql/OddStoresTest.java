package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import io.hindcast.event.EventPage;
import java.sql.SQLException;
import java.util.List;
import io.hindcast.event.StoredSnapshot;
import io.hindcast.connector.SnapshotReader;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Stores that are not what one would like them to be.
class OddStoresTest {
    private static final String EVTSTORE =
            """
            CREATE TABLE %s (position bigserial PRIMARY KEY, version integer, stream text, aggregate_id text,
                                 "timestamp" timestamptz, event text)
            """;

    private static final String EMMETT =
            """
            CREATE TABLE emt_messages (
                stream_position bigint NOT NULL, global_position bigint, transaction_id xid8 NOT NULL,
                created timestamptz NOT NULL DEFAULT now(), is_archived boolean NOT NULL DEFAULT false,
                message_kind varchar(1) NOT NULL DEFAULT 'E', stream_id text NOT NULL,
                partition text NOT NULL DEFAULT 'g',
                message_schema_version text, message_id text NOT NULL, message_type text NOT NULL,
                message_data jsonb NOT NULL, message_metadata jsonb NOT NULL)
            """;

    @Test
    void a_database_without_events_is_no_event_store() throws SQLException {
        TestServer.server().createDatabase("plain");
        TestServer.run("plain", "CREATE TABLE people (id int PRIMARY KEY, name text)");

        var refusal = catchThrowableOfType(ConnectorException.class, () -> open("plain").close());

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_AN_EVENT_STORE);
        assertThat(refusal.sentence()).contains("people");
    }

    @Test
    void a_text_that_is_none_in_its_encoding_is_said() throws SQLException {
        TestServer.run("postgres", "CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0");
        TestServer.run(
                "ascii",
                EVTSTORE.formatted("events"),
                "INSERT INTO events (version, stream, aggregate_id, event) VALUES (1, convert_from('\\xe4'::bytea, 'SQL_ASCII'), 'a', '{}')");

        try (var source = open("ascii")) {
            var refusal = catchThrowableOfType(
                    ConnectorException.class, () -> ReadOut.of(source, ReadRequest.store(Detail.FULL)));

            assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(refusal.sentence()).contains("SQL_ASCII");
        }
    }

    @Test
    void a_store_without_rows_is_a_store() throws SQLException {
        TestServer.server().createDatabase("no_rows");
        TestServer.run("no_rows", EVTSTORE.formatted("events"));

        try (var source = open("no_rows")) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events()).isEmpty();
            assertThat(source.snapshots().orElseThrow().count()).isZero();
        }
    }

    @Test
    void unreadable_rows_are_given_with_their_trouble() throws SQLException {
        TestServer.server().createDatabase("odd_rows");
        TestServer.run(
                "odd_rows",
                EVTSTORE.formatted("events"),
                """
                INSERT INTO events (version, stream, aggregate_id, "timestamp", event) VALUES
                    (1, 's', 'a', '2024-01-02 03:04:05+00', '{"type":"Fine"}'),
                    (2, 's', 'a', '2024-01-02 03:04:05+00', '{"type":"Trunc'),
                    (2, 's', 'a', NULL, '{"type":"Twice"}'),
                    (3, 's', 'a', '0001-01-01 00:00:00+00', '{"type":"First"}'),
                    (4, 's', 'a', '9999-12-31 23:59:59.999999+00', '{"type":"Last"}'),
                    (5, 's', 'a', 'infinity', '{"type":"Never"}'),
                    (NULL, 's', 'a', now(), NULL),
                    (7, NULL, NULL, now(), '{"type":"Homeless"}')
                """,
                "INSERT INTO events (version, stream, aggregate_id, \"timestamp\", event) VALUES (8, 's', 'a', now(),"
                        + " '{\"type\":\"Deep\",\"d\":' || repeat('[', 10000) || repeat(']', 10000) || '}')");

        try (var source = open("odd_rows")) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(2)).events();

            assertThat(events).hasSize(9);
            assertThat(events).extracting(event -> event.trouble().isPresent())
                    .containsExactly(false, true, true, false, false, true, true, true, false);
            assertThat(events.get(3).recordedAt())
                    .hasValueSatisfying(at -> assertThat(at).hasToString("0001-01-01T00:00:00Z"));
            assertThat(events.get(4).recordedAt())
                    .hasValueSatisfying(at -> assertThat(at).hasToString("9999-12-31T23:59:59.999999Z"));
            assertThat(ReadOut.of(source, ReadRequest.stream("s/a").withPageSize(1)).events())
                    .extracting(Event::version)
                    .contains(OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(8))
                    .hasSize(8);
        }
    }

    @Test
    void a_clock_reading_is_version_and_time_and_one_that_is_none_is_trouble() throws SQLException {
        TestServer.server().createDatabase("clocks");
        TestServer.run(
                "clocks",
                """
                CREATE TABLE events (id varchar PRIMARY KEY, stream varchar, type varchar, data jsonb, meta jsonb,
                    recorded varchar, created varchar)
                """,
                """
                INSERT INTO events VALUES
                    ('a', 's', 't:d', '"{\\"n\\":1.50}"', '{"auditor": "ann"}', 'lceis4c4-00002', 'lceis4c4-00001'),
                    ('b', 's', 't:d', '{"n":2}', '"{}"', 'lceis4c5-00000', 'lceis4c4-00002'),
                    ('c', 's', 't:d', '"{"', '{}', 'never', 'lceis-4c4-1')
                """);

        try (var source = open("clocks")) {
            var events = ReadOut.of(source, ReadRequest.stream("s").withPageSize(1)).events();

            assertThat(events).extracting(Event::id).containsExactly(
                    Optional.of("c"), Optional.of("a"), Optional.of("b"));
            assertThat(events).extracting(event -> event.trouble().isPresent()).containsExactly(true, false, false);
            assertThat(events.get(1).version()).hasValue(167264690558800001L);
            assertThat(events.get(1).recordedAt())
                    .hasValueSatisfying(at -> assertThat(at.toEpochMilli()).isEqualTo(1672646905588L));
            assertThat(events.get(1).data().text()).isEqualTo("{\"n\":1.50}");
            assertThat(events.get(2).data().text()).isEqualTo("{\"n\": 2}");
            assertThat(events.get(1).metadata().text()).startsWith("{\"recorded\":\"2023-01-02T").contains("ann");
            var later = new VersionRange(167264690558800001L, Long.MAX_VALUE);
            assertThat(ReadOut.of(source, ReadRequest.stream("s").withVersions(later)).events())
                    .extracting(Event::id)
                    .containsExactly(Optional.of("b"));
        }
    }

    @Test
    void emmett_before_its_tables_were_renamed_with_partitions_and_archived_streams() throws SQLException {
        TestServer.server().createDatabase("emmett_events");
        TestServer.run(
                "emmett_events",
                "CREATE SEQUENCE emt_global_event_position",
                """
                CREATE TABLE emt_events (stream_id text NOT NULL, stream_position bigint NOT NULL,
                    partition text NOT NULL DEFAULT 'global', event_data jsonb NOT NULL, event_metadata jsonb NOT NULL,
                    event_schema_version text NOT NULL, event_type text NOT NULL, event_id text NOT NULL,
                    is_archived boolean NOT NULL DEFAULT false,
                    global_position bigint DEFAULT nextval('emt_global_event_position'), transaction_id xid8 NOT NULL,
                    created timestamptz NOT NULL DEFAULT now(),
                    PRIMARY KEY (stream_id, stream_position, partition, is_archived)) PARTITION BY LIST (partition)
                """,
                "CREATE TABLE emt_events_all PARTITION OF emt_events DEFAULT",
                "CREATE TABLE emt_streams (stream_id text)",
                """
                INSERT INTO emt_events (stream_id, stream_position, partition, event_data, event_metadata,
                    event_schema_version, event_type, event_id, is_archived, transaction_id) VALUES
                    ('cart-1', 1, 'global', '{"n":1}', '{}', '1', 'Opened', 'a', false, '9'),
                    ('cart-1', 1, 'north', '{"n":2}', '{}', '1', 'Opened', 'b', true, '8'),
                    ('cart-1', 2, 'global', '{"n":3}', '{}', '1', 'Closed', 'c', false, '10'),
                    ('cart-1', 1, 'emt:default', '{"n":4}', '{}', '1', 'Opened', 'd', true, '11')
                """);

        try (var source = open("emmett_events")) {
            assertThat(source.info().system()).isEqualTo("emmett-events");
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.HEADERS).withPageSize(1)).events())
                    .extracting(Event::stream, Event::category)
                    .containsExactly(
                            tuple("north/cart-1", "cart"),
                            tuple("cart-1", "cart"),
                            tuple("cart-1", "cart"),
                            tuple("cart-1", "cart"));
            assertThat(ReadOut.of(source, ReadRequest.stream("cart-1").withPageSize(1)).events())
                    .extracting(Event::version)
                    .containsExactly(OptionalLong.of(1), OptionalLong.of(1), OptionalLong.of(2));
            assertThat(ReadOut.of(source, ReadRequest.stream("north/cart-1")).events()).hasSize(1);
            assertThat(source.deletedStreams()).containsExactly("cart-1", "north/cart-1");
        }
    }

    @Test
    void eventide_snapshots_named_after_a_class_belong_to_the_stream_of_their_id() throws SQLException {
        TestServer.server().createDatabase("eventide");
        TestServer.run(
                "eventide",
                "CREATE SCHEMA message_store",
                """
                CREATE TABLE message_store.messages (global_position bigserial PRIMARY KEY, position bigint NOT NULL,
                    time timestamp NOT NULL DEFAULT now(), stream_name text NOT NULL, type text NOT NULL, data jsonb,
                    metadata jsonb, id uuid NOT NULL DEFAULT gen_random_uuid(), UNIQUE (stream_name, position))
                """,
                """
                INSERT INTO message_store.messages (stream_name, position, type, data) VALUES
                    ('account-7+8', 0, 'Opened', '{}'),
                    ('account-9', 0, 'Opened', '{}'),
                    ('account:command-7+8', 0, 'Open', '{}'),
                    ('account:command+position', 0, 'Recorded', '{}'),
                    ('account:position-worker', 0, 'Recorded', '{}'),
                    ('bankAccount:snapshot-gone', 0, 'Recorded', '{"entityVersion": 3, "entityData": {}}'),
                    ('bankAccount:snapshot-7+8', 0, 'Recorded', '{"entityVersion": 0, "entityData": {"n": 1}}'),
                    ('account:snapshot-9', 0, 'Recorded', '{"entityVersion": 0, "entityData": {"n": 2}}'),
                    ('loan:snapshot-1', 0, 'Recorded', '{"entityVersion": 0, "entityData": {"n": 3}}')
                """);

        try (var source = open("eventide")) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).events())
                    .extracting(Event::stream)
                    .containsExactly("account-7+8", "account-9");
            assertThat(source.notRead())
                    .extracting(NotRead::what, NotRead::rows)
                    .containsExactly(tuple("consumer positions", 2L), tuple("commands", 1L), tuple("snapshots", 4L));
            var reader = source.snapshots().orElseThrow();
            assertThat(reader.countByStream().keySet())
                    .containsExactly("account-7+8", "account-9", "account-gone", "loan-1");
            assertThat(snapshots(reader, Optional.empty()))
                    .extracting(StoredSnapshot::stream, StoredSnapshot::category)
                    .containsExactlyInAnyOrder(
                            tuple("account-7+8", "account"),
                            tuple("account-9", "account"),
                            tuple("account-gone", "account"),
                            tuple("loan-1", "loan"));
            assertThat(snapshots(reader, Optional.of("account-7+8")))
                    .singleElement()
                    .satisfies(snapshot -> assertThat(snapshot.place()).contains("bankAccount:snapshot-7+8"));
        }
    }

    private static List<StoredSnapshot> snapshots(SnapshotReader reader, Optional<String> stream) {
        var all = new ArrayList<StoredSnapshot>();
        try (var cursor = reader.read(stream)) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                all.addAll(page.get());
            }
        }
        return all;
    }

    @Test
    void large_bodies_make_small_pages() throws SQLException {
        TestServer.server().createDatabase("large");
        TestServer.run(
                "large",
                EVTSTORE.formatted("events"),
                """
                INSERT INTO events (version, stream, aggregate_id, "timestamp", event)
                SELECT g, 's', 'a', now(), '{"type":"Big","text":"' || repeat('x', 10000000) || '"}'
                FROM generate_series(1, 9) g
                """);

        try (var source = open("large")) {
            var pages = ReadOut.of(source, ReadRequest.store(Detail.FULL)).pages();

            assertThat(pages).hasSizeGreaterThan(1).allMatch(page -> page.size() <= 4);
            assertThat(pages.stream().mapToInt(page -> page.size()).sum()).isEqualTo(9);
            assertThat(pages.getFirst().data(0).length()).isGreaterThan(10_000_000);
        }
    }

    @Test
    void numbers_order_as_numbers_across_pages() throws SQLException {
        TestServer.server().createDatabase("late_writers");
        TestServer.run(
                "late_writers",
                EMMETT,
                "CREATE TABLE emt_streams (stream_id text)",
                """
                INSERT INTO emt_messages (stream_position, global_position, transaction_id, stream_id, message_id,
                                          message_type, message_data, message_metadata)
                SELECT g, CASE WHEN g % 7 = 0 THEN g - 6 WHEN g % 7 = 1 THEN g + 6 ELSE g END,
                       (5 + g / 3)::text::xid8, 'cart-1', g::text, 'Added', '{}', '{}'
                FROM generate_series(1, 60) g
                """);

        try (var source = open("late_writers")) {
            var positions = ReadOut.of(source, ReadRequest.store(Detail.HEADERS).withPageSize(7)).events().stream()
                    .map(event -> event.position().orElseThrow())
                    .toList();

            assertThat(positions).hasSize(60).isSortedAccordingTo(Position::compareTo).doesNotHaveDuplicates();
        }
    }

    @Test
    void of_several_stores_in_one_database_one_can_be_chosen() throws SQLException {
        TestServer.server().createDatabase("several");
        TestServer.run(
                "several",
                "CREATE SCHEMA books",
                EVTSTORE.formatted("events"),
                EVTSTORE.formatted("books.ledger_events"),
                "INSERT INTO books.ledger_events (version, stream, aggregate_id, event) VALUES (1, 's', 'a', '{}')");

        try (var source = open("several")) {
            assertThat(source.notRead()).extracting(NotRead::what).hasSize(1);
        }
        var location = TestServer.request("several").location().text() + "&currentSchema=books";
        try (var source = new PostgresConnector().open(OpenRequest.of(new Location(location)))) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events()).hasSize(1);
        }
        var tables = new OpenRequest(
                TestServer.request("several").location(), Map.of("tables", "ledger_events"), Optional::empty);
        try (var source = new PostgresConnector().open(tables)) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events()).hasSize(1);
        }
    }

    @Test
    void a_role_that_may_only_read_the_events_is_enough() throws SQLException {
        TestServer.server().createDatabase("least");
        TestServer.run(
                "least",
                EVTSTORE.formatted("events"),
                "CREATE TABLE secrets (id int)",
                "INSERT INTO events (version, stream, aggregate_id, event) VALUES (1, 's', 'a', '{\"type\":\"T\"}')",
                "CREATE ROLE auditor LOGIN PASSWORD 'sesame'",
                "GRANT SELECT ON events TO auditor");
        var request = new OpenRequest(
                new Location(TestServer.server().url("least") + "?user=auditor"),
                Map.of(),
                () -> Optional.of("sesame".toCharArray()));

        try (var source = new PostgresConnector().open(request)) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events()).hasSize(1);
        }
    }

    @Test
    void a_lost_connection_is_told_and_reading_goes_on_from_the_bookmark() throws SQLException {
        TestServer.server().createDatabase("lossy");
        TestServer.run(
                "lossy",
                EVTSTORE.formatted("events"),
                "INSERT INTO events (version, stream, aggregate_id, event) SELECT g, 's', 'a', '{\"type\":\"T\"}' FROM"
                        + " generate_series(1, 1000) g");

        try (var source = open("lossy");
                var cursor = source.read(ReadRequest.store(Detail.FULL).withPageSize(10))) {
            var read = new ArrayList<EventPage>();
            read.add(cursor.next().orElseThrow());
            TestServer.run(
                    "lossy",
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'hindcast'"
                            + " AND datname = 'lossy'");

            assertThatThrownBy(() -> {
                        for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                            read.add(page.get());
                        }
                    })
                    .isInstanceOfSatisfying(ConnectorException.class, lost -> assertThat(lost.kind())
                            .isEqualTo(Kind.UNREACHABLE));
            var rest = ReadOut.of(
                    source,
                    ReadRequest.store(Detail.FULL).after(read.getLast().bookmark()));
            assertThat(read.stream().mapToInt(EventPage::size).sum() + rest.events().size())
                    .isEqualTo(1000);
        }
    }

    private static EventSource open(String database) {
        return new PostgresConnector().open(TestServer.request(database));
    }
}
