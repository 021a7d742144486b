package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import io.hindcast.cli.Terminal;
import io.hindcast.connector.tck.real.RealStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `events --follow` on a file that another program writes to.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FollowTest {
    @TempDir
    private Path scratch;

    private Path file;

    @BeforeEach
    void makeStore() throws SQLException {
        file = scratch.resolve("growing.db");
        try (var connection = writer();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE emt_streams(stream_id TEXT NOT NULL, stream_position BIGINT)");
            statement.execute(
                    """
                    CREATE TABLE emt_messages(
                        stream_id TEXT NOT NULL, stream_position BIGINT NOT NULL, partition TEXT NOT NULL DEFAULT 'global',
                        message_kind CHAR(1) NOT NULL DEFAULT 'E', message_data JSONB NOT NULL DEFAULT '{}',
                        message_metadata JSONB NOT NULL DEFAULT '{}', message_type TEXT NOT NULL DEFAULT 'T',
                        message_id TEXT, is_archived BOOLEAN NOT NULL DEFAULT FALSE,
                        global_position INTEGER PRIMARY KEY, created DATETIME DEFAULT CURRENT_TIMESTAMP)
                    """);
            add(connection, 1);
            add(connection, 2);
        }
    }

    private Connection writer() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void add(Connection connection, int version) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO emt_messages(stream_id, stream_position) VALUES ('account-1', ?)")) {
            statement.setInt(1, version);
            statement.executeUpdate();
        }
    }

    @Test
    void events_are_printed_as_they_are_written_until_somebody_stops_it() throws Exception {
        var printed = new PipedReader(1 << 16);
        var messages = new StringWriter();
        var code = new CompletableFuture<Integer>();
        try (var out = new PrintWriter(new PipedWriter(printed));
                var lines = new BufferedReader(printed);
                var writer = writer()) {
            var following = Thread.ofPlatform()
                    .start(() -> code.complete(follow(out, messages, "--output", "ndjson")));
            assertThat(lines.readLine()).contains("\"version\":1,");
            assertThat(lines.readLine()).contains("\"version\":2,");
            add(writer, 3);
            assertThat(lines.readLine()).contains("\"version\":3,");
            following.interrupt();
            assertThat(code.get(1, TimeUnit.MINUTES)).isEqualTo(ExitCode.DONE);
        }
        assertThat(messages.toString())
                .contains("Following: numbers are given in the order of the commits")
                .contains("Stopped. 3 printed, complete up to #3.");
    }

    @Test
    void several_stores_are_followed_as_one_and_one_that_cannot_be_is_named() throws Exception {
        Path other = new RealStore("axon5-jpa-h2").unpack("store.mv.db", scratch);
        Path workspace = Files.writeString(
                scratch.resolve("both.hindcast"), "growing = growing.db\nstill = " + other.getFileName() + "\n");
        var printed = new PipedReader(1 << 16);
        var messages = new StringWriter();
        var code = new CompletableFuture<Integer>();
        try (var out = new PrintWriter(new PipedWriter(printed));
                var lines = new BufferedReader(printed);
                var writer = writer()) {
            var following = Thread.ofPlatform()
                    .start(() -> code.complete(follow(workspace, out, messages, "--stream", "growing:account-1", "--output", "ndjson")));
            assertThat(lines.readLine()).contains("\"version\":1,");
            assertThat(lines.readLine()).contains("\"version\":2,");
            add(writer, 3);
            assertThat(lines.readLine()).contains("\"stream\":\"growing:account-1\"").contains("\"version\":3,");
            following.interrupt();
            assertThat(code.get(1, TimeUnit.MINUTES)).isEqualTo(ExitCode.DONE);
        }
        assertThat(messages.toString())
                .contains("growing: numbers are given in the order of the commits")
                .contains("still is not followed: an H2 file");
    }

    private int follow(PrintWriter out, StringWriter messages, String... options) {
        return follow(file, out, messages, options);
    }

    private static int follow(Path store, PrintWriter out, StringWriter messages, String... options) {
        var terminal = new Terminal(
                out, new PrintWriter(messages), false, _ -> Optional.empty(), _ -> Optional.empty());
        var arguments = new ArrayList<String>(List.of("events", store.toString(), "--follow"));
        arguments.addAll(List.of(options));
        return TestHouse.run(terminal, arguments);
    }

    @Test
    void a_table_is_begun_with_the_first_events_and_ends_at_the_limit() {
        var answer = TestHouse.run(
                List.of("events", file.toString(), "--follow", "--limit", "2", "--output", "table"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().lines()).hasSize(4);
    }

    @Test
    void an_end_makes_no_sense() {
        var answer = TestHouse.run(List.of("events", file.toString(), "--follow", "--to", "v3"));

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("--follow has no end");
    }

    @Test
    void a_store_that_cannot_be_followed_says_why() throws IOException {
        var copy = new RealStore("axon5-jpa-h2").unpack("store.mv.db", scratch);
        var answer = TestHouse.run(List.of("events", copy.toString(), "--follow"));

        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("This store cannot be followed: an H2 file");
    }

    @Test
    void inspect_says_whether_and_how_a_store_can_be_followed() throws IOException {
        assertThat(TestHouse.run(List.of("inspect", file.toString(), "--output", "json")).out())
                .contains("LIVE_TAIL")
                .contains("order of the commits");
        var copy = new RealStore("axon5-jpa-h2").unpack("store.mv.db", scratch);
        assertThat(TestHouse.run(List.of("inspect", copy.toString(), "--output", "json")).out())
                .doesNotContain("LIVE_TAIL")
                .contains("an H2 file");
    }
}
