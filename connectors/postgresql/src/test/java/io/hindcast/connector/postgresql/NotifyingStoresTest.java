package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.jdbc.JdbcStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Systems that say when they have written wake who follows them: nothing is asked of the server meanwhile. The tables and
/// what rings are made after the published migrations of each system.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class NotifyingStoresTest {
    /// @param write appends the event of one number to one stream, in one transaction
    record Notifying(String database, List<String> ddl, List<String> write) {
        void append(int number) throws SQLException {
            try (var connection = TestServer.server().connect(database);
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (String sql : write) {
                    statement.execute(sql.replace("$n", Integer.toString(number)));
                }
                connection.commit();
            }
        }

        @Override
        public String toString() {
            return database;
        }
    }

    static List<Notifying> stores() {
        return List.of(
                new Notifying(
                        "notify_commanded",
                        List.of(
                                """
                                CREATE TABLE streams (
                                    stream_id bigserial PRIMARY KEY, stream_uuid text NOT NULL,
                                    stream_version bigint NOT NULL DEFAULT 0, deleted_at timestamptz)
                                """,
                                """
                                CREATE TABLE events (
                                    event_id uuid PRIMARY KEY, event_type text NOT NULL, causation_id uuid,
                                    correlation_id uuid, data bytea NOT NULL, metadata bytea,
                                    created_at timestamptz NOT NULL DEFAULT now())
                                """,
                                """
                                CREATE TABLE stream_events (
                                    event_id uuid NOT NULL, stream_id bigint NOT NULL, stream_version bigint NOT NULL,
                                    original_stream_id bigint, original_stream_version bigint,
                                    PRIMARY KEY (event_id, stream_id))
                                """,
                                """
                                CREATE FUNCTION rings() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                                    PERFORM pg_notify(TG_TABLE_SCHEMA || '.events', NEW.stream_uuid || ',' || NEW.stream_version);
                                    RETURN NEW;
                                END $$
                                """,
                                "CREATE TRIGGER rings AFTER UPDATE ON streams FOR EACH ROW EXECUTE FUNCTION rings()",
                                "INSERT INTO streams VALUES (0, '$all', 0), (1, 'account-1', 0)"),
                        List.of(
                                "UPDATE streams SET stream_version = $n",
                                """
                                INSERT INTO events (event_id, event_type, data)
                                VALUES ('00000000-0000-4000-8000-00000000000$n', 'Elixir.T', '{}')
                                """,
                                """
                                INSERT INTO stream_events VALUES
                                    ('00000000-0000-4000-8000-00000000000$n', 1, $n, 1, $n),
                                    ('00000000-0000-4000-8000-00000000000$n', 0, $n, 1, $n)
                                """)),
                new Notifying(
                        "notify_khyst",
                        List.of(
                                "CREATE TABLE es_aggregate (id uuid PRIMARY KEY, version integer, aggregate_type text)",
                                """
                                CREATE TABLE es_event (
                                    id bigserial PRIMARY KEY, transaction_id xid8 NOT NULL, aggregate_id uuid NOT NULL,
                                    version integer NOT NULL, event_type text NOT NULL, json_data json NOT NULL,
                                    UNIQUE (aggregate_id, version))
                                """,
                                """
                                CREATE FUNCTION rings() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                                    PERFORM pg_notify('channel_event_notify', NEW.event_type);
                                    RETURN NEW;
                                END $$
                                """,
                                "CREATE TRIGGER rings AFTER INSERT ON es_event FOR EACH ROW EXECUTE FUNCTION rings()",
                                """
                                INSERT INTO es_aggregate VALUES ('00000000-0000-4000-8000-000000000001', 0, 'ACCOUNT')
                                """),
                        List.of(
                                """
                                INSERT INTO es_event (transaction_id, aggregate_id, version, event_type, json_data)
                                VALUES (pg_current_xact_id(), '00000000-0000-4000-8000-000000000001', $n, 'T',
                                    '{"createdDate":"2026-01-01T00:00:00Z"}')
                                """)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void on_a_standby_nobody_listens_and_nothing_else_is_said(Notifying store) throws SQLException {
        String database = store.database() + "_standby";
        TestServer.server().createDatabase(database);
        TestServer.run(database, store.ddl().toArray(String[]::new));
        var request = TestServer.request(database);
        try (var source = JdbcStore.open(new WatchedDialect(request, true).dialect(), request, "postgresql")) {
            assertThat(source.tail().orElseThrow().how()).isNotEmpty().doesNotContain("says when it was written to");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_follower_is_woken_by_the_store_and_asks_nothing_until_then(Notifying store) throws Exception {
        TestServer.server().createDatabase(store.database());
        TestServer.run(store.database(), store.ddl().toArray(String[]::new));
        store.append(1);
        var request = TestServer.request(store.database());
        var watched = new WatchedDialect(request);
        try (var source = JdbcStore.open(watched.dialect(), request, "postgresql");
                var follower = source.tail().orElseThrow().follow(source.tail().orElseThrow().mark(), Detail.FULL)) {
            assertThat(source.tail().orElseThrow().how()).contains("says when it was written to");
            assertThat(taken(follower)).isEmpty();
            follower.await(Duration.ofMillis(1)); // it begins to listen

            for (int number = 2; number <= 4; number++) {
                store.append(number);
                int asked = watched.statements().size();
                int rung = watched.rings();
                while (watched.rings() == rung) {
                    follower.await(Duration.ofMinutes(1));
                }

                assertThat(watched.statements()).hasSize(asked);
                assertThat(watched.rings()).isEqualTo(rung + 1);
                assertThat(taken(follower)).containsExactly((long) number);
            }
        }
    }

    private static List<Long> taken(Follower follower) {
        var versions = new ArrayList<Long>();
        follower.look();
        for (var page = follower.next(); page.isPresent(); page = follower.next()) {
            for (int row = 0; row < page.get().size(); row++) {
                versions.add(page.get().version(row));
            }
        }
        return versions;
    }
}
