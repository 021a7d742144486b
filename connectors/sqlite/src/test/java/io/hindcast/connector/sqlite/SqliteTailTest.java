package io.hindcast.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    void what_another_program_writes_ahead_comes_as_it_is_committed_and_nothing_changes_beside_it() throws IOException {
        try (var writer = OtherProgram.writingAhead(file)) {
            writer.add(1);
            try (var source = opened();
                    var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.HEADERS, 2)) {
                assertThat(taken(follower)).containsExactly(1L);

                writer.add(2);
                writer.add(3);
                writer.add(4);
                var before = contents();
                assertThat(taken(follower)).containsExactly(2L, 3L, 4L);
                assertThat(contents()).isEqualTo(before);

                writer.run("PRAGMA wal_checkpoint(TRUNCATE)");
                writer.run("BEGIN");
                writer.add(5);
                assertThat(taken(follower)).isEmpty();
                writer.run("COMMIT");
                assertThat(taken(follower)).containsExactly(5L);
            }
        }
        assertThat(folder.toFile().list()).containsExactly("growing.db");
    }

    @Test
    void a_file_at_rest_is_followed_through_programs_that_come_and_go() throws IOException {
        try (var writer = OtherProgram.writingAhead(file)) {
            writer.add(1);
        }
        try (var source = opened();
                var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.HEADERS, 2)) {
            assertThat(taken(follower)).containsExactly(1L);
            assertThat(folder.toFile().list()).containsExactly("growing.db");

            try (var writer = OtherProgram.writingAhead(file)) {
                writer.add(2);
                assertThat(taken(follower)).containsExactly(2L);
                writer.add(3);
            }
            assertThat(folder.toFile().list()).containsExactly("growing.db");
            assertThat(taken(follower)).containsExactly(3L);
        }
    }

    @Test
    void what_a_program_that_died_left_in_its_log_is_read() throws IOException {
        try (var writer = OtherProgram.writingAhead(file)) {
            writer.add(1);
            writer.dies();
        }
        var before = contents();
        assertThat(before).containsOnlyKeys("growing.db", "growing.db-wal", "growing.db-shm");

        try (var source = opened();
                var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.HEADERS, 2)) {
            assertThat(taken(follower)).containsExactly(1L);
            assertThat(source.info().readOnlyProof()).allMatch(Proof::held);
        }
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_log_without_its_index_is_read_from_a_copy_which_stands_still_and_says_why() throws IOException {
        try (var writer = OtherProgram.writingAhead(file)) {
            writer.add(1);
            writer.dies();
        }
        Files.delete(folder.resolve("growing.db-shm"));

        try (var source = opened()) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events()).hasSize(1);
            assertThat(source.tail()).isEmpty();
            assertThat(source.whyNotFollowed()).contains("growing.db-wal");
        }
        assertThat(contents()).containsOnlyKeys("growing.db", "growing.db-wal");
    }

    /// Read while no connection is open: closing a file takes its locks away.
    private Map<String, String> contents() throws IOException {
        var hashes = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path one : files.toList()) {
                hashes.put(one.getFileName().toString(), RealStore.hashOf(one));
            }
        }
        return hashes;
    }
}
