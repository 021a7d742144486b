package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.Tail.Certainty;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One writer and another, step by step.
class TailTest {
    private static GrowingStore made(String kind, String test) throws SQLException {
        String database = "tail_" + kind + "_" + test;
        return (kind.equals("messages") ? GrowingStore.messages(database) : GrowingStore.transactions(database)).made();
    }

    private static EventSource opened(GrowingStore store) {
        return new PostgresConnector().open(TestServer.request(store.database()));
    }

    private static Follower follower(EventSource source) {
        return source.tail().orElseThrow().follow(Optional.empty(), Detail.HEADERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "transactions"})
    void what_is_committed_late_holds_back_what_came_after_it(String kind) throws SQLException {
        var store = made(kind, "late");
        try (var source = opened(store);
                var follower = follower(source);
                var slow = store.writer();
                var quick = store.writer()) {
            var heard = new Heard();
            store.append(slow, "a", 0, 0);
            store.append(quick, "b", 0, 1);
            quick.commit();

            assertThat(heard.take(follower)).isEqualTo(2);
            assertThat(heard.lines()).isEmpty();

            slow.commit();
            heard.take(follower);
            heard.take(follower);

            assertThat(heard.lines()).hasSize(3).isEqualTo(store.committed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "transactions"})
    void what_is_rolled_back_holds_nothing_back_for_ever(String kind) throws SQLException {
        var store = made(kind, "rollback");
        try (var source = opened(store);
                var follower = follower(source);
                var failing = store.writer();
                var quick = store.writer()) {
            var heard = new Heard();
            store.append(failing, "a", 0, 9);
            store.append(quick, "b", 0, 1);
            quick.commit();
            assertThat(heard.take(follower)).isEqualTo(2);

            failing.rollback();
            heard.take(follower);
            heard.take(follower);

            assertThat(heard.lines()).hasSize(2).isEqualTo(store.committed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "transactions"})
    void the_mark_lies_below_what_is_still_being_written(String kind) throws SQLException {
        var store = made(kind, "mark");
        try (var source = opened(store);
                var slow = store.writer();
                var quick = store.writer()) {
            store.append(quick, "b", 0, 1);
            quick.commit();
            store.append(slow, "a", 0, 0);
            store.append(quick, "b", 2, 2);
            quick.commit();
            var mark = source.tail().orElseThrow().mark();
            slow.commit();

            var heard = new Heard();
            try (var follower = source.tail().orElseThrow().follow(mark, Detail.HEADERS)) {
                heard.take(follower);
                heard.take(follower);
            }

            assertThat(heard.lines()).endsWith(store.committed().subList(2, 4).toArray(String[]::new));
        }
    }

    @Test
    void numbers_before_the_first_gap_are_complete_though_others_still_write() throws SQLException {
        var store = made("messages", "run");
        try (var source = opened(store);
                var follower = follower(source);
                var slow = store.writer();
                var quick = store.writer()) {
            var heard = new Heard();
            heard.take(follower);
            store.append(quick, "b", 0, 1);
            quick.commit();
            heard.take(follower);
            store.append(quick, "b", 2, 4);
            quick.commit();
            store.append(slow, "a", 0, 0);
            store.append(quick, "b", 5, 5);
            quick.commit();

            assertThat(heard.take(follower)).isEqualTo(1);
            assertThat(heard.lines()).isEqualTo(store.committed().subList(0, 5));
            slow.rollback();
        }
    }

    @Test
    void readers_and_writers_of_other_tables_hold_nothing_back() throws SQLException {
        var store = made("messages", "others");
        TestServer.run(store.database(), "CREATE TABLE other (n bigserial)");
        try (var source = opened(store);
                var follower = follower(source);
                var other = store.writer();
                var quick = store.writer()) {
            try (var statement = other.createStatement()) {
                statement.execute("SELECT * FROM messages; SELECT last_value FROM messages_global_position_seq");
                statement.execute("INSERT INTO other DEFAULT VALUES");
            }
            store.append(quick, "b", 0, 1);
            quick.commit();

            var heard = new Heard();
            heard.take(follower);

            assertThat(heard.lines()).isEqualTo(store.committed());
            other.rollback();
        }
    }

    @Test
    void a_number_that_is_drawn_and_used_later_in_the_transaction_is_waited_for() throws SQLException {
        var store = made("messages", "drawn");
        try (var source = opened(store);
                var follower = follower(source);
                var slow = store.writer();
                var quick = store.writer()) {
            try (var statement = slow.createStatement()) {
                statement.execute("SELECT nextval('messages_global_position_seq')");
                store.append(quick, "b", 0, 0);
                quick.commit();
                var heard = new Heard();
                heard.take(follower);
                heard.take(follower);
                assertThat(heard.lines()).isEmpty();

                statement.execute("INSERT INTO messages (global_position, stream_name, position) VALUES (1, 'a', 0)");
                slow.commit();
                heard.take(follower);

                assertThat(heard.lines()).isEqualTo(store.committed()).hasSize(2);
            }
        }
    }

    @Test
    void where_sessions_draw_numbers_ahead_nothing_is_proven() throws SQLException {
        var store = made("messages", "cache");
        TestServer.run(store.database(), "ALTER SEQUENCE messages_global_position_seq CACHE 10");
        try (var source = opened(store)) {
            assertThat(source.tail().orElseThrow().certainty()).isEqualTo(Certainty.WAITED);
            assertThat(source.tail().orElseThrow().how()).contains("which nothing here proves");
        }
    }

    @Test
    void transactions_of_another_server_cannot_be_followed() throws SQLException {
        var store = made("transactions", "restored");
        TestServer.run(
                store.database(),
                "INSERT INTO emt_messages (stream_id, stream_position, transaction_id) VALUES ('a', 0, '9000000000')");
        try (var source = opened(store)) {
            assertThat(source.tail()).isEmpty();
            assertThat(source.info().capabilities()).doesNotContain(Capability.LIVE_TAIL);
            assertThat(source.whyNotFollowed()).contains("another server");
        }
    }

    @Test
    void a_follower_goes_on_after_the_server_threw_it_out() throws SQLException {
        var store = made("messages", "thrown");
        try (var source = opened(store);
                var follower = follower(source);
                var writer = store.writer()) {
            var heard = new Heard();
            store.append(writer, "a", 0, 4);
            writer.commit();
            heard.take(follower);
            TestServer.run(
                    store.database(),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hindcast'");
            store.append(writer, "a", 5, 5);
            writer.commit();

            takeThroughTrouble(heard, follower);

            assertThat(heard.lines()).isEqualTo(store.committed());
        }
    }

    private static void takeThroughTrouble(Heard heard, Follower follower) {
        try {
            heard.take(follower);
        } catch (ConnectorException _) {
            heard.take(follower);
        }
    }

    @Test
    void the_store_rings_where_it_notifies() throws SQLException, InterruptedException {
        var store = made("messages", "bell");
        try (var writer = store.writer();
                var listening = TestServer.server().connect(store.database());
                var bell = Channel.on(listening, "\"news\"")) {
            assertThat(bell.await(Duration.ofMillis(1))).isFalse();
            try (var statement = writer.createStatement()) {
                statement.execute("NOTIFY news, 'x'");
            }
            writer.commit();
            assertThat(bell.await(Duration.ofMinutes(1))).isTrue();
        }
    }
}
