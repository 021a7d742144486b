package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of lines that another program adds to.
class GrowingFileTest {
    @TempDir
    private Path folder;

    private Path begun(String text) throws IOException {
        return Files.writeString(folder.resolve("growing.ndjson"), text);
    }

    private void add(String text) throws IOException {
        Files.writeString(folder.resolve("growing.ndjson"), text, StandardOpenOption.APPEND);
    }

    private EventSource opened() {
        return new FilesConnector()
                .open(OpenRequest.of(new Location(folder.resolve("growing.ndjson").toString())));
    }

    private static String line(String stream, int version) {
        return "{\"stream\":\"%s\",\"version\":%d,\"type\":\"T\",\"recordedAt\":\"2026-01-01T00:00:00Z\",\"data\":{\"n\":%d}}"
                .formatted(stream, version, version);
    }

    private static List<String> taken(Follower follower) {
        var lines = new ArrayList<String>();
        follower.look();
        for (var page = follower.next(); page.isPresent(); page = follower.next()) {
            for (int row = 0; row < page.get().size(); row++) {
                lines.add(told(page.get().event(row)));
            }
        }
        return lines;
    }

    private static String told(Event event) {
        return "%s v%d #%s %s"
                .formatted(
                        event.stream(),
                        event.version().orElseThrow(),
                        event.position().orElseThrow(),
                        event.data().text());
    }

    @Test
    void whole_lines_come_once_and_half_ones_when_they_have_their_end() throws IOException {
        begun(line("a", 1) + "\n");
        try (var source = opened();
                var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.FULL)) {
            assertThat(taken(follower)).containsExactly("a v1 #1 {\"n\":1}");

            add(line("b", 1) + "\n" + line("a", 2).substring(0, 30));
            assertThat(taken(follower)).containsExactly("b v1 #2 {\"n\":1}");
            assertThat(follower.look().above()).isEqualTo(1);

            add(line("a", 2).substring(30) + "\n");
            assertThat(taken(follower)).containsExactly("a v2 #3 {\"n\":2}");
            assertThat(follower.look().above()).isZero();
            assertThat(taken(follower)).isEmpty();
        }
    }

    @Test
    void a_last_line_without_its_end_is_an_event_if_it_is_whole() throws IOException {
        begun(line("a", 1));
        try (var source = opened();
                var follower = source.tail().orElseThrow().follow(source.tail().get().mark(), Detail.FULL)) {
            add("\n" + line("a", 2) + "\n");
            assertThat(taken(follower)).containsExactly("a v2 #2 {\"n\":2}");
        }
    }

    @Test
    void streams_and_the_whole_store_have_what_was_added() throws IOException {
        begun(line("a", 1) + "\n" + line("b", 1) + "\n");
        try (var source = opened();
                var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.HEADERS)) {
            add(line("a", 2) + "\n");
            taken(follower);
            add(line("c", 1) + "\n" + line("a", 3) + "\n");
            taken(follower);

            assertThat(ReadOut.of(source, ReadRequest.stream("a")).events())
                    .extracting(event -> event.version().orElseThrow())
                    .containsExactly(1L, 2L, 3L);
            assertThat(ReadOut.of(source, ReadRequest.stream("c")).events()).hasSize(1);
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events())
                    .extracting(GrowingFileTest::told)
                    .endsWith("c v1 #4 {\"n\":1}", "a v3 #5 {\"n\":3}");
            assertThat(source.info().readOnlyProof()).allMatch(proof -> proof.held());
        }
    }

    @Test
    void a_bad_line_that_was_added_names_its_line() throws IOException {
        begun(line("a", 1) + "\n");
        try (var source = opened();
                var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.FULL)) {
            add(line("a", 2) + "\n{broken\n");
            follower.look();
            var page = follower.next().orElseThrow();

            assertThat(page.trouble(2).orElseThrow()).startsWith("line 3:");
        }
    }

    @Test
    void a_file_that_was_cut_off_says_so() throws IOException {
        begun(line("a", 1) + "\n" + line("a", 2) + "\n");
        try (var source = opened();
                var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.FULL)) {
            begun("");

            assertThatThrownBy(follower::look)
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("was replaced or cut off");
        }
    }

    @Test
    void a_file_that_ends_in_half_an_event_is_not_followed() throws IOException {
        begun(line("a", 1) + "\n{\"stream\":");
        try (var source = opened()) {
            assertThat(source.tail()).isEmpty();
            assertThat(source.whyNotFollowed()).contains("no event when it was opened");
        }
    }
}
