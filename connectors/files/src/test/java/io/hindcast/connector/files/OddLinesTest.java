package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Records that are not what they should be stay visible, and spoil nothing around them.
final class OddLinesTest {
    private static final String GOOD =
            "{\"stream\":\"a\",\"type\":\"T\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"n\":1}}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"stream\":\"a\",\"type\":\"T\"                       | line 2: the JSON ends in the middle",
                "{\"stream\":\"a\",\"type\":\"T\",\"data\":{\"x\":tru   | line 2: the JSON ends in the middle",
                "[1,2,3]                                                | line 2: not a JSON object",
                "\"text\"                                               | line 2: not a JSON object",
                "42                                                     | line 2: not a JSON object",
                "oops                                                   | line 2: not a JSON object",
                "{\"type\":\"T\",\"data\":{}}                           | line 2: the record has not the stream",
                "{\"stream\":\"a\",\"data\":{}}                         | line 2: the record has not the event type",
                "{\"stream\":null,\"type\":\"T\"}                       | line 2: the record has not the stream",
                "{\"stream\":\"a\",\"type\":\"T\",\"type\":\"U\"}       | line 2: a member name stands there twice",
                "{\"stream\":\"a\",\"type\":\"T\"} {}                   | line 2: more text follows the value (byte"
                        + " 27)",
                "{\"stream\":\"a\",\"type\":\"T\",\"n\":01}             | line 2: ',' is missing (byte 31)",
                "{\"stream\":\"a\",\"type\":\"T\",\"n\":NaN}            | line 2: a value is missing or is no JSON"
                        + " (byte 30)",
            })
    void a_broken_line_is_an_unreadable_event_between_good_ones(String line, String trouble) {
        var events = Exports.events(Exports.write(folder, "x.ndjson", GOOD + "\n" + line + "\n" + GOOD + "\n"));

        assertThat(events).extracting(Event::stream).containsExactly("a", "(unreadable)", "a");
        var broken = events.get(1);
        assertThat(broken.type()).isEqualTo("(unreadable)");
        assertThat(broken.category()).isEmpty();
        assertThat(broken.version()).isEmpty();
        assertThat(broken.data().text()).isEqualTo(line);
        assertThat(broken.trouble().orElseThrow()).startsWith(trouble);
        assertThat(events.get(2).version()).hasValue(2);
    }

    @Test
    void a_missing_or_unreadable_time_leaves_the_event_in_its_stream() {
        var text = GOOD + "\n" + GOOD.replace("2026-01-01T00:00:00Z", "yesterday") + "\n"
                + "{\"stream\":\"a\",\"type\":\"T\"}\n";

        var events = Exports.events(Exports.write(folder, "x.ndjson", text));

        assertThat(events).extracting(Event::stream).containsOnly("a");
        assertThat(events.get(1).trouble()).contains("line 2: the recorded time is not readable");
        assertThat(events.get(2).trouble()).contains("line 3: the record has not the recorded time");
        assertThat(events).filteredOn(event -> event.recordedAt().isPresent()).hasSize(1);
    }

    @Test
    void null_bytes_and_control_characters_spoil_only_their_line() {
        var text = GOOD + "\n{\"stream\":\"a\u0000\",\"type\":\"T\"}\n\u0000\u0000\n" + GOOD;

        var events = Exports.events(Exports.write(folder, "x.ndjson", text));

        assertThat(events).extracting(event -> event.trouble().isPresent()).containsExactly(false, true, true, false);
        assertThat(events.get(1).trouble().orElseThrow())
                .isEqualTo("line 2: a control character stands inside a text (byte 13)");
    }

    @Test
    void a_line_that_is_not_utf_8_is_in_trouble() throws IOException {
        var file = folder.resolve("x.ndjson");
        var bad = GOOD.replace("\"T\"", "\"Tä\"").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, concat(GOOD.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, bad));

        var events = Exports.events(file);

        assertThat(events.get(0).trouble()).isEmpty();
        assertThat(events.get(1).trouble()).contains("line 2: the text is not UTF-8");
    }

    @Test
    void byte_order_mark_crlf_empty_lines_and_a_missing_last_line_end_are_accepted() {
        var events = Exports.events(
                Exports.write(folder, "x.jsonl", "\uFEFF" + GOOD + "\r\n\r\n   \r\n" + GOOD + "\r\n" + GOOD));

        assertThat(events).hasSize(3).allMatch(event -> event.trouble().isEmpty());
        assertThat(events.getLast().data().text()).isEqualTo("{\"n\":1}");
    }

    @Test
    void lines_of_many_megabytes_are_read_and_share_no_page() {
        String large = "x".repeat(20_000_000);
        String line = GOOD.replace("{\"n\":1}", "{\"n\":\"" + large + "\"}");
        try (var source = Exports.open(Exports.write(folder, "x.ndjson", line + "\n" + GOOD + "\n" + line + "\n"))) {
            var read = ReadOut.of(source, ReadRequest.store(Detail.FULL));

            assertThat(read.events())
                    .extracting(event -> event.data().length())
                    .containsExactly(20_000_008, 7, 20_000_008);
            assertThat(read.pages()).extracting(EventPage::size).containsExactly(1, 2);
        }
    }

    @Test
    void nesting_of_a_hundred_thousand_levels_is_read() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        var events = Exports.events(Exports.write(folder, "x.ndjson", GOOD.replace("{\"n\":1}", deep)));

        assertThat(events.getFirst().data().text()).isEqualTo(deep);
    }

    @Test
    void the_years_1_and_9999_are_times() {
        var text =
                GOOD.replace("2026", "0001") + "\n" + GOOD.replace("2026-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z");

        assertThat(Exports.events(Exports.write(folder, "x.ndjson", text)))
                .extracting(event -> event.recordedAt().orElseThrow())
                .containsExactly(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999Z"));
    }

    @Test
    void repeated_versions_are_all_given_and_an_odd_one_is_in_trouble() {
        var numbered = GOOD.replace("\"data\"", "\"version\":%s,\"data\"");
        var text = IntStream.of(1, 2, 2, 3).mapToObj(numbered::formatted).toList();
        var lines = String.join("\n", text) + "\n" + numbered.formatted("1.5") + "\n" + numbered.formatted("null");

        try (var source = Exports.open(Exports.write(folder, "x.ndjson", lines))) {
            var events = ReadOut.of(source, ReadRequest.stream("a")).events();

            assertThat(events)
                    .extracting(event -> event.version().orElse(-1))
                    .containsExactly(1L, 2L, 2L, 3L, -1L, -1L);
            assertThat(events.get(4).trouble()).contains("line 5: the version is not a whole number");
            assertThat(events.get(5).trouble()).contains("line 6: the record has not the version");
        }
    }

    @Test
    void lines_out_of_version_order_are_given_by_version_in_their_stream() {
        var numbered = GOOD.replace("\"data\"", "\"version\":%d,\"data\"");
        var lines = IntStream.of(3, 1, 2).mapToObj(numbered::formatted).toList();

        try (var source = Exports.open(Exports.write(folder, "x.ndjson", String.join("\n", lines)))) {
            assertThat(ReadOut.of(source, ReadRequest.stream("a").withPageSize(1))
                            .events())
                    .extracting(event -> event.version().orElse(-1))
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void a_broken_line_takes_the_position_that_its_neighbours_leave_free() {
        var numbered = GOOD.replace("\"data\"", "\"position\":%d,\"data\"");
        var text = numbered.formatted(41) + "\n{broken\n" + numbered.formatted(43);

        assertThat(Exports.events(Exports.write(folder, "x.ndjson", text)))
                .extracting(event -> event.position().orElseThrow())
                .containsExactly(Position.of(41), Position.of(42), Position.of(43));
    }

    @Test
    void positions_that_do_not_rise_are_kept_as_metadata_and_the_lines_are_counted() {
        var numbered = GOOD.replace("\"data\"", "\"position\":%d,\"data\"");
        var file = Exports.write(folder, "x.ndjson", numbered.formatted(9) + "\n" + numbered.formatted(3));

        var events = Exports.events(file);

        assertThat(events)
                .extracting(event -> event.position().orElseThrow())
                .containsExactly(Position.of(1), Position.of(2));
        assertThat(events)
                .extracting(event -> event.metadata().text())
                .containsExactly("{\"position\":9}", "{\"position\":3}");
        try (var source = Exports.open(file)) {
            assertThat(source.info().recognisedBy())
                    .contains("the positions do not rise from line to line: events are numbered in the order of the"
                            + " file");
        }
    }

    @Test
    void numbers_keep_every_digit_and_unknown_fields_are_kept() {
        String data = "{ \"a\" : 1.10, \"b\":-0.0,\"c\":1E400, \"d\":12345678901234567890123 }";
        var line = GOOD.replace("{\"n\":1}", data).replace("\"time\"", "\"weight\":1.50,\"time\"");

        var event = Exports.events(Exports.write(folder, "x.ndjson", line)).getFirst();

        assertThat(event.data().text()).isEqualTo(data);
        assertThat(event.metadata().text()).isEqualTo("{\"weight\":1.50}");
    }

    @Test
    void an_array_and_spread_objects_give_what_lines_give() {
        var lines = List.of(GOOD, GOOD.replace("\"a\"", "\"b\""), GOOD);
        var spread = String.join("\n", lines).replace(",", ",\n  ").replace("{\"stream\"", "{\n  \"stream\"");

        var expected = Exports.events(Exports.write(folder, "x.ndjson", String.join("\n", lines)));

        assertThat(Exports.events(Exports.write(folder, "x.json", "[" + String.join(" ,\n", lines) + "]\n")))
                .isEqualTo(expected);
        assertThat(Exports.events(Exports.write(folder, "y.json", spread)))
                .extracting(Event::stream, event -> event.data().text())
                .isEqualTo(expected.stream()
                        .map(event -> tuple(event.stream(), event.data().text()))
                        .toList());
    }

    @Test
    void an_array_that_is_cut_off_gives_its_whole_items_and_says_so() {
        try (var source =
                Exports.open(Exports.write(folder, "x.json", "[" + GOOD + "," + GOOD + ",{\"stream\":\"a\",\"ty"))) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();

            assertThat(events).extracting(event -> event.trouble().isPresent()).containsExactly(false, false, true);
            assertThat(source.notRead())
                    .extracting("why")
                    .containsExactly("the array is not closed: the file may have been cut off");
        }
    }

    @Test
    void items_of_an_array_that_are_no_objects_are_in_trouble() {
        var events =
                Exports.events(Exports.write(folder, "x.json", "[" + GOOD + ", 7, \"]\", null, [{}], " + GOOD + "] x"));

        assertThat(events)
                .extracting(event -> event.trouble().isPresent())
                .containsExactly(false, true, true, true, true, false, true);
    }

    @Test
    void base64_bodies_are_decoded_and_bad_ones_are_in_trouble() {
        var event =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s/loans\",\"type\":\"t\",\"subject\":\"L-1\",%s}";
        var text = event.formatted("\"data_base64\":\"eyJuIjoxLjB9\"") + "\n"
                + event.formatted("\"data_base64\":\"not base64!\"") + "\n" + event.formatted("\"x\":1");

        var events = Exports.events(Exports.write(folder, "x.ndjson", text));

        assertThat(events.get(0).data().text()).isEqualTo("{\"n\":1.0}");
        assertThat(events.get(0).category()).isEqualTo("loans");
        assertThat(events.get(1).trouble()).contains("line 2: the body is not base64");
        assertThat(events.get(2).data().isEmpty()).isTrue();
        assertThat(events.get(2).trouble()).isEmpty();
    }

    @Test
    void a_single_cloud_event_is_a_store_of_one_event() {
        var text = """
                {
                  "specversion": "1.0",
                  "id": "1",
                  "source": "/x",
                  "type": "t",
                  "data": {"n": 1}
                }
                """;

        var events = Exports.events(Exports.write(folder, "x.json", text));

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().stream()).isEqualTo("/x");
    }

    @Test
    void bodies_that_are_json_inside_a_text_are_taken_out_of_it() {
        var text = "{\"streamId\":\"a\",\"eventType\":\"T\",\"payload\":\"{\\\"n\\\":1.10}\"}";

        assertThat(Exports.events(Exports.write(folder, "x.ndjson", text))
                        .getFirst()
                        .data()
                        .text())
                .isEqualTo("{\"n\":1.10}");
    }

    @Test
    void a_name_that_suggests_what_its_values_are_not_is_left_alone() {
        var text = "{\"streamId\":\"a\",\"eventType\":\"T\",\"version\":\"1.0.2\",\"no\":\"x7\",\"value\":5.10}";

        var event = Exports.events(Exports.write(folder, "x.ndjson", text)).getFirst();

        assertThat(event.trouble()).isEmpty();
        assertThat(event.version()).hasValue(1);
        assertThat(event.data().text()).isEqualTo("{\"version\":\"1.0.2\",\"no\":\"x7\",\"value\":5.10}");
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
