package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.Tail.Certainty;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables of commanded/eventstore before events were put into streams by a table of their own, after its published
/// migrations; no store of these versions was at hand.
class OldCommandedTest {
    private static final String EVENT_ID = "00000000-0000-4000-8000-00000000000";

    @ParameterizedTest
    @ValueSource(strings = {"0.8", "0.12", "0.13"})
    void a_store_of_an_old_version_opens_by_itself(String version) throws SQLException {
        boolean newest = version.equals("0.13");
        String database = "commanded_" + version.replace('.', '_');
        lay(database, version);

        try (var source = new PostgresConnector().open(TestServer.request(database))) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();

            assertThat(source.info().layout()).isEqualTo(newest ? "commanded-eventstore-0-13" : "commanded-eventstore-0");
            assertThat(events).extracting(Event::stream).containsExactly("account-1", "account-2", "account-1");
            assertThat(events).extracting(event -> event.version().orElseThrow()).containsExactly(1L, 1L, 2L);
            assertThat(events).extracting(event -> event.position().orElseThrow())
                    .containsExactly(Position.of(1), Position.of(2), Position.of(3));
            Event last = events.getLast();
            assertThat(last.category()).isEqualTo("account");
            assertThat(last.type()).isEqualTo("Deposited");
            assertThat(last.id()).isEqualTo(newest ? Optional.of(EVENT_ID + 3) : Optional.empty());
            assertThat(last.recordedAt()).contains(Instant.parse("2017-06-01T12:00:03Z"));
            assertThat(last.data().text()).isEqualTo("{\"n\":3}");
            assertThat(last.metadata().text()).contains("\"correlation_id\":\"" + EVENT_ID + 9);
            assertThat(source.snapshots().orElseThrow().countByStream()).containsOnlyKeys("account-1");
            assertThat(source.notRead()).extracting(NotRead::what).anyMatch(what -> what.contains("subscriptions"));
            assertThat(source.tail().orElseThrow().certainty()).isEqualTo(Certainty.PROVEN);
        }
    }

    private static void lay(String database, String version) throws SQLException {
        boolean newest = version.equals("0.13");
        boolean first = version.equals("0.8");
        String ids = newest ? "uuid" : "text";
        TestServer.server().createDatabase(database);
        TestServer.run(
                database,
                """
                CREATE TABLE streams (
                    stream_id bigserial PRIMARY KEY, stream_uuid text NOT NULL UNIQUE,
                    created_at timestamp NOT NULL DEFAULT now())
                """,
                "CREATE TABLE events (%s stream_id bigint NOT NULL REFERENCES streams, stream_version bigint NOT NULL, "
                                .formatted(newest ? "event_number bigint NOT NULL UNIQUE," : "event_id bigint PRIMARY KEY,")
                        + "event_type text NOT NULL, correlation_id %s, %s data bytea NOT NULL, metadata bytea,"
                                .formatted(ids, first ? "" : "causation_id " + ids + ",")
                        + "created_at timestamp NOT NULL %s, UNIQUE (stream_id, stream_version))"
                                .formatted(newest ? ", event_id uuid PRIMARY KEY" : ""),
                """
                CREATE TABLE subscriptions (
                    subscription_id bigserial PRIMARY KEY, stream_uuid text NOT NULL, subscription_name text NOT NULL)
                """,
                """
                CREATE TABLE snapshots (
                    source_uuid text PRIMARY KEY, source_version bigint NOT NULL, source_type text NOT NULL,
                    data bytea NOT NULL, metadata bytea, created_at timestamp NOT NULL DEFAULT now())
                """,
                first ? "SELECT 1" : "CREATE TABLE event_counter (event_id bigint PRIMARY KEY)",
                "INSERT INTO streams (stream_uuid) VALUES ('account-1'), ('account-2')",
                """
                INSERT INTO snapshots (source_uuid, source_version, source_type, data)
                VALUES ('1', 2, 'Elixir.Account', '{"sum":3}')
                """);
        for (int number = 1; number <= 3; number++) {
            TestServer.run(
                    database,
                    """
                    INSERT INTO events (%s, stream_id, stream_version, event_type, correlation_id, data, metadata, created_at)
                    VALUES (%s, %d, %d, 'Elixir.Bank.Deposited', '%s', '{"n":%d}', '{}', '2017-06-01 12:00:0%d')
                    """
                            .formatted(
                                    newest ? "event_number, event_id" : "event_id",
                                    newest ? "%d, '%s'".formatted(number, EVENT_ID + number) : Integer.toString(number),
                                    number == 2 ? 2 : 1,
                                    number == 3 ? 2 : 1,
                                    EVENT_ID + 9,
                                    number,
                                    number));
        }
    }
}
