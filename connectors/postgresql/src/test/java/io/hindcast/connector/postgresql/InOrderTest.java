package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stores whose order no index gives: the database sorts them once, not for every page.
class InOrderTest {
    private static final int EVENTS = 2_000;
    private static final String OUTBOX =
            """
            CREATE TABLE outboxevent (
                id uuid PRIMARY KEY, aggregatetype text NOT NULL, aggregateid text NOT NULL, type text NOT NULL,
                payload jsonb NOT NULL, occurred_at timestamptz NOT NULL, processed boolean NOT NULL DEFAULT false)
            """;
    private static final String ROWS =
            """
            INSERT INTO outboxevent (id, aggregatetype, aggregateid, type, payload, occurred_at)
            SELECT gen_random_uuid(), 'account', (g %% 7)::text, 'T' || g %% 3, jsonb_build_object('n', g),
                   '2026-01-01'::timestamptz + (g * 7919 %% %1$d / 3) * interval '1 second'
            FROM generate_series(1, %1$d) g
            """
                    .formatted(EVENTS);
    /// As Emmett writes it: partitions, and an order that is none of the key's.
    private static final String EMMETT =
            """
            CREATE TABLE emt_streams (stream_id text);
            CREATE TABLE emt_messages (
                stream_position bigint NOT NULL, global_position bigint, transaction_id xid8 NOT NULL,
                created timestamptz NOT NULL DEFAULT now(), is_archived boolean NOT NULL DEFAULT false,
                message_kind varchar(1) NOT NULL DEFAULT 'E', stream_id text NOT NULL, partition text NOT NULL,
                message_schema_version text NOT NULL DEFAULT '1', message_id text NOT NULL, message_type text NOT NULL,
                message_data jsonb NOT NULL, message_metadata jsonb NOT NULL,
                PRIMARY KEY (stream_id, stream_position, partition)) PARTITION BY LIST (partition);
            CREATE TABLE emt_messages_one PARTITION OF emt_messages FOR VALUES IN ('emt:default');
            CREATE TABLE emt_messages_other PARTITION OF emt_messages FOR VALUES IN ('other');
            INSERT INTO emt_messages (stream_position, global_position, transaction_id, stream_id, partition,
                message_id, message_type, message_data, message_metadata)
            SELECT g / 10, g, ((g * 31 % 200)::text)::xid8, 's-' || g % 10,
                CASE WHEN g % 5 = 0 THEN 'other' ELSE 'emt:default' END, g::text, 'T', jsonb_build_object('n', g), '{}'
            FROM generate_series(0, 1999) g
            """;

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 500})
    void the_database_sorts_the_store_no_oftener_because_there_are_more_pages(int pageSize) throws SQLException {
        String database = outbox("sorted" + pageSize);
        var watched = new WatchedDialect(TestServer.request(database));
        try (var source = JdbcStore.open(watched.dialect(), TestServer.request(database), "postgresql")) {
            watched.statements().clear();

            assertThat(events(source, pageSize)).hasSize(EVENTS);

            assertThat(whole(watched)).hasSize(3);
            assertThat(watched.statements().stream().filter(sql -> sql.contains("tid[]")))
                    .hasSize(EVENTS / pageSize - 1);
        }
    }

    @Test
    void an_order_that_an_index_gives_is_not_sorted_at_all() throws SQLException {
        String database = outbox("indexed_outbox");
        TestServer.run(database, "CREATE INDEX sent ON outboxevent (occurred_at)");
        var watched = new WatchedDialect(TestServer.request(database));
        try (var source = JdbcStore.open(watched.dialect(), TestServer.request(database), "postgresql")) {
            watched.statements().clear();

            assertThat(events(source, 100)).hasSize(EVENTS);

            assertThat(watched.statements()).noneMatch(sql -> sql.contains("tid[]"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 333, 1_999, 2_000, 10_000})
    void pages_of_any_size_and_direction_and_from_any_bookmark_give_the_same_events(int pageSize) throws SQLException {
        for (String database : List.of(outbox("any_outbox" + pageSize), emmett("any_emmett" + pageSize))) {
            try (var source = new PostgresConnector().open(TestServer.request(database))) {
                var expected = events(source, 10_000);
                var backward = ReadOut.of(
                        source,
                        ReadRequest.store(Detail.FULL)
                                .withDirection(Direction.BACKWARD)
                                .withPageSize(pageSize));

                assertThat(expected).hasSize(EVENTS).doesNotHaveDuplicates();
                assertThat(events(source, pageSize)).isEqualTo(expected);
                assertThat(backward.events().reversed()).isEqualTo(expected);
                assertThat(ReadOut.inTwo(source, ReadRequest.store(Detail.FULL).withPageSize(Math.max(pageSize, 100)), 3).events())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void rows_that_are_rewritten_while_they_are_read_are_not_lost() throws SQLException {
        String database = outbox("moving");
        TestServer.run(
                database,
                """
                UPDATE outboxevent
                SET occurred_at = '2026-01-01'::timestamptz + ((payload ->> 'n')::int * 7919 % 2003) * interval '1 second'
                """);
        try (var source = new PostgresConnector().open(TestServer.request(database))) {
            var expected = events(source, 10_000).stream().map(event -> event.id().orElseThrow()).toList();
            var found = new ArrayList<String>();
            try (var cursor = source.read(ReadRequest.store(Detail.FULL).withPageSize(50))) {
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    for (int row = 0; row < page.get().size(); row++) {
                        found.add(page.get().id(row).orElseThrow());
                    }
                    if (found.size() % 200 == 0) {
                        TestServer.run(database, "UPDATE outboxevent SET processed = NOT processed");
                    }
                }
            }

            assertThat(found).containsAll(expected);
        }
    }

    private static List<String> whole(WatchedDialect watched) {
        return watched.statements().stream()
                .filter(sql -> sql.contains("ORDER BY") && !sql.contains("tid[]") && sql.contains("outboxevent"))
                .toList();
    }

    private static List<Event> events(EventSource source, int pageSize) {
        return ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(pageSize)).events();
    }

    private static String outbox(String database) throws SQLException {
        TestServer.server().createDatabase(database);
        TestServer.run(database, OUTBOX, ROWS);
        return database;
    }

    private static String emmett(String database) throws SQLException {
        TestServer.server().createDatabase(database);
        TestServer.run(database, EMMETT);
        return database;
    }
}
