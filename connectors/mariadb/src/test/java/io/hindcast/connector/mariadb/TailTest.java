package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Tail.Certainty;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// Nothing tells who holds a number here, but a missing one is waited for.
@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMariaDb#isAvailable")
class TailTest {
    private static final String TABLE =
            """
            CREATE TABLE messages (
                global_position bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, position bigint NOT NULL,
                time datetime(6) NOT NULL DEFAULT now(6), stream_name varchar(255) NOT NULL,
                type varchar(255) NOT NULL DEFAULT 'T', data json, metadata json,
                id uuid NOT NULL DEFAULT uuid(), UNIQUE (stream_name, position))
            """;

    private static void append(Connection writer, String stream, int version) throws SQLException {
        try (var statement = writer.prepareStatement("INSERT INTO messages (stream_name, position) VALUES (?, ?)")) {
            statement.setString(1, stream);
            statement.setInt(2, version);
            statement.executeUpdate();
        }
    }

    private static List<String> taken(Follower follower) {
        var lines = new ArrayList<String>();
        follower.look();
        for (var page = follower.next(); page.isPresent(); page = follower.next()) {
            for (int row = 0; row < page.get().size(); row++) {
                lines.add(page.get().stream(row) + " v" + page.get().version(row));
            }
        }
        return lines;
    }

    @Test
    void what_is_committed_late_holds_back_what_came_after_it() throws SQLException {
        TestServer.server().createDatabase("tail");
        TestServer.run("tail", TABLE);
        try (var slow = TestServer.server().connect("tail");
                var quick = TestServer.server().connect("tail");
                var source = new MariaDbConnector().open(TestServer.request("tail"))) {
            slow.setAutoCommit(false);
            append(quick, "b", 0);
            var tail = source.tail().orElseThrow();
            assertThat(tail.certainty()).isEqualTo(Certainty.WAITED);
            try (var follower = tail.follow(Optional.empty(), Detail.HEADERS)) {
                assertThat(taken(follower)).containsExactly("b v0");

                append(slow, "a", 0);
                append(quick, "b", 1);
                assertThat(follower.look().above()).isEqualTo(1);
                assertThat(taken(follower)).isEmpty();

                slow.commit();
                assertThat(taken(follower)).containsExactly("a v0", "b v1");
            }
        }
    }
}
