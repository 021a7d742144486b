package io.hindcast.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest.Detail;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One file, one writer at a time.
class SqliteTailTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeFile() {
        file = folder.resolve("growing.db");
    }

    private EventSource opened() {
        return new SqliteConnector().open(OpenRequest.of(new Location(file.toString())));
    }

    private static void add(Connection connection, int version) throws SQLException {
        EmmettFile.add(
                connection, "a-1", version, "T", "{}", "{}", Integer.toString(version), "2026-01-01 00:00:00");
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

    @Test
    void what_another_program_commits_comes_once_and_in_order() throws SQLException {
        try (var writer = EmmettFile.create(file, "NOT NULL")) {
            add(writer, 1);
            try (var source = opened();
                    var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.HEADERS, 2)) {
                assertThat(taken(follower)).containsExactly(1L);
                assertThat(taken(follower)).isEmpty();

                add(writer, 2);
                add(writer, 3);
                add(writer, 4);
                assertThat(taken(follower)).containsExactly(2L, 3L, 4L);

                writer.setAutoCommit(false);
                add(writer, 5);
                assertThat(taken(follower)).isEmpty();
                writer.rollback();
                add(writer, 5);
                writer.commit();
                assertThat(taken(follower)).containsExactly(5L);
            }
        }
    }

    @Test
    void behind_the_mark_only_news_come() throws SQLException {
        try (var writer = EmmettFile.create(file, "NOT NULL")) {
            add(writer, 1);
            try (var source = opened()) {
                var tail = source.tail().orElseThrow();
                var mark = tail.mark();
                add(writer, 2);
                try (var follower = tail.follow(mark, Detail.FULL)) {
                    assertThat(taken(follower)).containsExactly(2L);
                }
            }
        }
    }

    @Test
    void a_file_in_write_ahead_mode_is_not_followed_and_says_why() throws SQLException {
        try (var writer = EmmettFile.create(file, "NOT NULL")) {
            try (var statement = writer.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
            }
            add(writer, 1);
            try (var source = opened()) {
                assertThat(source.tail()).isEmpty();
                assertThat(source.whyNotFollowed()).contains("write-ahead");
            }
        }
    }
}
