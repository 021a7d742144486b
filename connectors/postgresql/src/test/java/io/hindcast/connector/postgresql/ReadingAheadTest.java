package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several connections read stretches of one store at a time; nobody may notice.
class ReadingAheadTest {
    private static final String MESSAGES =
            """
            CREATE TABLE messages (
                global_position bigint PRIMARY KEY, position bigint NOT NULL, time timestamp NOT NULL DEFAULT now(),
                stream_name text NOT NULL, type text NOT NULL DEFAULT 'T', data jsonb DEFAULT '{}', metadata jsonb,
                id uuid NOT NULL DEFAULT gen_random_uuid())
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 999, 10_000})
    void positions_with_gaps_of_any_size_are_given_once_and_in_order(int pageSize) throws SQLException {
        String database = "gaps" + pageSize;
        TestServer.server().createDatabase(database);
        TestServer.run(
                database,
                MESSAGES,
                """
                INSERT INTO messages (global_position, position, stream_name)
                SELECT CASE WHEN g < 300 THEN g - 150 WHEN g < 600 THEN g * 1000 WHEN g < 900 THEN g * 1000000000
                            ELSE 9223372036854775807 - 1000 + g END,
                       g / 10, 'account-' || g % 10
                FROM generate_series(0::bigint, 999) g
                """);

        try (var source = new PostgresConnector().open(TestServer.request(database))) {
            var forward = ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(pageSize));
            var backward = ReadOut.of(
                    source, ReadRequest.store(Detail.FULL).withDirection(Direction.BACKWARD).withPageSize(333));

            assertThat(forward.events()).hasSize(1000).isEqualTo(backward.events().reversed());
        }
    }

    @Test
    void rows_that_are_no_events_are_left_out_whether_few_or_most() throws SQLException {
        TestServer.server().createDatabase("mostly_commands");
        TestServer.run(
                "mostly_commands",
                MESSAGES,
                """
                INSERT INTO messages (global_position, position, stream_name)
                SELECT g, g, CASE WHEN g % 50 = 0 OR g < 2000 THEN 'account-' || g % 7
                                  WHEN g % 2 = 0 THEN 'account:command-' || g % 7
                                  ELSE 'account:x+position-1' END
                FROM generate_series(1, 9000) g
                """);

        try (var source = new PostgresConnector().open(TestServer.request("mostly_commands"))) {
            List<Event> events = ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(100))
                    .events();

            assertThat(events)
                    .hasSize(1999 + 141)
                    .allMatch(event -> event.category().equals("account"))
                    .isSortedAccordingTo((one, other) ->
                            one.position().orElseThrow().compareTo(other.position().orElseThrow()));
        }
    }

    /// Rows share versions, and versions are missing, by few and by more than a reader looks ahead.
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 999, 10_000})
    void versions_of_a_stream_with_gaps_and_doubles_are_given_once_and_in_order(int pageSize) throws SQLException {
        String database = "versions" + pageSize;
        TestServer.server().createDatabase(database);
        TestServer.run(
                database,
                MESSAGES,
                "CREATE UNIQUE INDEX messages_stream ON messages (stream_name, position, id)",
                """
                INSERT INTO messages (global_position, position, stream_name)
                SELECT g, CASE WHEN g < 900 THEN g / 30 WHEN g < 1800 THEN g WHEN g < 2400 THEN g * 50
                               WHEN g < 2700 THEN g * 1000000000 ELSE 9223372036854775807 - 3000 + g END,
                       'account-' || g % 3
                FROM generate_series(0::bigint, 2999) g
                """);

        try (var source = new PostgresConnector().open(TestServer.request(database))) {
            var request = ReadRequest.stream("account-1").withPageSize(pageSize);
            var forward = ReadOut.of(source, request);
            var backward = ReadOut.of(source, request.withDirection(Direction.BACKWARD).withPageSize(333));
            var middle = ReadOut.of(source, request.withVersions(new VersionRange(200, 3_000_000_000L)));

            assertThat(forward.events()).hasSize(1000).isEqualTo(backward.events().reversed());
            assertThat(middle.events())
                    .isEqualTo(forward.events().stream()
                            .filter(event -> event.version().orElseThrow() > 200
                                    && event.version().orElseThrow() <= 3_000_000_000L)
                            .toList());
        }
    }

    @Test
    void a_long_stream_goes_on_behind_the_bookmark_of_any_of_its_pages() throws SQLException {
        TestServer.server().createDatabase("resumed");
        TestServer.run(
                "resumed",
                MESSAGES,
                "CREATE UNIQUE INDEX messages_stream ON messages (stream_name, position)",
                """
                INSERT INTO messages (global_position, position, stream_name)
                SELECT g, g, 'account-1' FROM generate_series(0, 999) g
                """);
        var request = ReadRequest.stream("account-1").withPageSize(50);

        try (var source = new PostgresConnector().open(TestServer.request("resumed"));
                var cursor = source.read(request)) {
            int given = 0;
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                given += page.get().size();
                assertThat(ReadOut.of(source, request.after(page.get().bookmark())).events())
                        .hasSize(1000 - given);
            }
            assertThat(given).isEqualTo(1000);
        }
    }
}
