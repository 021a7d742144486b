package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.event.Event;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What spreadsheets and databases write as CSV.
final class CsvTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_found_out(String delimiter) {
        var text = "stream,type,amount\na,T,1.50\nb,T,2.00\n".replace(",", delimiter);

        assertThat(Exports.events(Exports.write(folder, "x.csv", text)))
                .extracting(event -> event.data().text())
                .containsExactly("{\"amount\":1.50}", "{\"amount\":2.00}");
    }

    @Test
    void a_spreadsheets_line_about_its_delimiter_is_heeded() {
        var events = Exports.events(Exports.write(folder, "x.csv", "sep=;\r\nstream;type\r\na;T\r\n;\r\n"));

        assertThat(events).extracting(Event::stream).containsExactly("a", "(unreadable)");
        assertThat(events.get(1).trouble().orElseThrow()).startsWith("line 4: ");
    }

    @Test
    void quoted_cells_hold_delimiters_quotes_and_line_breaks() {
        var text = "stream,type,data,note\na,T,\"{\"\"t\"\":\n\"\"x,y\"\"}\",\"line 1\nline 2\"\nb,T,,\n";

        var events = Exports.events(Exports.write(folder, "x.csv", text));

        assertThat(events.get(0).data().text()).isEqualTo("{\"t\":\n\"x,y\"}");
        assertThat(events.get(0).metadata().text()).isEqualTo("{\"note\":\"line 1\\nline 2\"}");
        assertThat(events.get(1).data().isEmpty()).isTrue();
        assertThat(events.get(1).metadata().text()).isEqualTo("{\"note\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d,T,z", "d,T,\"z\"\n", "d,T,\"z\nz\"\n"})
    void a_quote_that_is_never_closed_costs_one_line(String after) {
        var text = "stream,type,note\na,T,x\nb,T,\"never\nc,T,y\n" + after;

        var events = Exports.events(Exports.write(folder, "x.csv", text));

        assertThat(events).extracting(Event::stream).containsExactly("a", "(unreadable)", "c", "d");
        assertThat(events.get(1).trouble()).contains("line 3: a quoted cell does not end");
        assertThat(events.get(1).data().text()).isEqualTo("b,T,\"never");
    }

    @Test
    void rows_of_another_length_or_with_text_behind_a_quote_are_in_trouble() {
        var text = "stream,type,note\na,T\nb,T,x,y\nc,T,\"x\"y\nd,T,z\n";

        assertThat(Exports.events(Exports.write(folder, "x.csv", text)))
                .extracting(event -> event.trouble().orElse(""))
                .containsExactly(
                        "line 2: 2 cells under 3 columns",
                        "line 3: 4 cells under 3 columns",
                        "line 4: text follows the closing quote of cell 3",
                        "");
    }

    @Test
    void a_body_that_is_not_json_leaves_the_event_in_its_stream() {
        var events = Exports.events(Exports.write(folder, "x.csv", "stream,type,data\na,T,\"{\"\"n\"\":\"\na,T,{}\n"));

        assertThat(events.get(0).trouble()).contains("line 2: the body is not JSON");
        assertThat(events.get(0).data().text()).isEqualTo("{\"n\":");
        assertThat(events.get(1).trouble()).isEmpty();
    }

    @Test
    void columns_of_numbers_become_exact_numbers_and_identifiers_stay_text() {
        var text = """
            stream;type;plain;comma;thousands;account;big;exponent;mixed
            a;T;1;0,1234567890123456789;1.234,50;007;3544790567247868102;1.23E+15;5
            a;T;-20;-5;1.000.000,00;123;0;2;n/a
            a;T;;;;;;;
            """;

        assertThat(Exports.events(Exports.write(folder, "x.csv", text)))
                .extracting(event -> event.data().text())
                .containsExactly(
                        "{\"plain\":1,\"comma\":0.1234567890123456789,\"thousands\":1234.50,\"account\":\"007\","
                                + "\"big\":3544790567247868102,\"exponent\":\"1.23E+15\",\"mixed\":\"5\"}",
                        "{\"plain\":-20,\"comma\":-5,\"thousands\":1000000.00,\"account\":\"123\","
                                + "\"big\":0,\"exponent\":\"2\",\"mixed\":\"n/a\"}",
                        "{\"plain\":null,\"comma\":null,\"thousands\":null,\"account\":null,"
                                + "\"big\":null,\"exponent\":null,\"mixed\":null}");
    }

    @Test
    void a_declared_decimal_mark_decides_what_could_be_either() {
        var file = Exports.write(folder, "x.csv", "stream;type;amount\na;T;1.234\na;T;2.345\n");
        var mapping = Exports.write(folder, "m.txt", "decimal = comma");

        assertThat(Exports.events(file).getFirst().data().text()).isEqualTo("{\"amount\":1.234}");
        assertThat(Exports.events(file, Map.of("mapping", mapping.toString()))
                        .getFirst()
                        .data()
                        .text())
                .isEqualTo("{\"amount\":1234}");
    }

    @Test
    void text_that_is_not_utf_8_is_read_as_windows_1252_and_said() throws IOException {
        var file = folder.resolve("x.csv");
        Files.writeString(file, "stream,type,note\na,T,Zoë €\n", Charset.forName("windows-1252"));

        assertThat(Exports.events(file).getFirst().data().text()).isEqualTo("{\"note\":\"Zoë €\"}");
        try (var source = Exports.open(file)) {
            assertThat(source.info().recognisedBy()).contains("the text is not UTF-8: read as windows-1252");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-29T01:59:59.999Z      | 2026-03-29T01:59:59.999Z",
                "2026-03-29 03:30:00+02:00     | 2026-03-29T01:30:00Z",
                "2026-03-29 03:30:00.5 +0200   | 2026-03-29T01:30:00.500Z",
                "2026-03-29                    | 2026-03-28T23:00:00Z",
                "2026-03-28 12:00              | 2026-03-28T11:00:00Z",
                "28.03.2026 12:00:01           | 2026-03-28T11:00:01Z",
                "8.3.2026                      | 2026-03-07T23:00:00Z",
                "28/03/2026 12:00              | 2026-03-28T11:00:00Z",
                "1774700000                    | 2026-03-28T12:13:20Z",
                "1774700000.25                 | 2026-03-28T12:13:20.250Z",
                "1774700000123                 | 2026-03-28T12:13:20.123Z",
                "1774700000123456              | 2026-03-28T12:13:20.123456Z",
                "1774700000123456789           | 2026-03-28T12:13:20.123456789Z",
            })
    void times_are_read_in_many_spellings(String time, String instant) {
        var file = Exports.write(folder, "x.csv", "stream;type;time\na;T;" + time + "\n");

        var events = Exports.events(file, Map.of("zone", "Europe/Berlin"));

        assertThat(events.getFirst().trouble()).isEmpty();
        assertThat(events.getFirst().recordedAt()).contains(Instant.parse(instant));
    }

    @Test
    void a_day_above_twelve_shows_that_months_come_first() {
        var file = Exports.write(folder, "x.csv", "stream,type,time\na,T,3/4/2026\na,T,3/28/2026\n");

        assertThat(Exports.events(file))
                .extracting(event -> event.recordedAt().orElseThrow())
                .containsExactly(Instant.parse("2026-03-04T00:00:00Z"), Instant.parse("2026-03-28T00:00:00Z"));
        try (var source = Exports.open(file)) {
            assertThat(source.info().recognisedBy()).contains("dates with slashes are read with the month first");
        }
    }

    @Test
    void rows_of_the_repeated_hour_keep_their_order() {
        var text = """
            stream;type;time
            a;T;26.10.2025 01:59:00
            a;T;26.10.2025 02:10:00
            a;T;26.10.2025 02:50:00
            a;T;26.10.2025 02:05:00
            a;T;26.10.2025 03:00:00
            """;

        assertThat(Exports.events(Exports.write(folder, "x.csv", text), Map.of("zone", "Europe/Berlin")))
                .extracting(event -> event.recordedAt().orElseThrow().toString())
                .containsExactly(
                        "2025-10-25T23:59:00Z",
                        "2025-10-26T00:10:00Z",
                        "2025-10-26T00:50:00Z",
                        "2025-10-26T01:05:00Z",
                        "2025-10-26T02:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense            | Line 1 of the mapping file is not of the form key = value.",
                "colour = red        | Line 1 of the mapping file has the unknown key \"colour\".",
                "zone = Mars/Olympus | The zone \"Mars/Olympus\" is unknown.",
                "timeFormat = bbb    | The time format \"bbb\" is not a pattern.",
                "encoding = x-none   | The encoding \"x-none\" is unknown.",
                "decimal = ;         | The decimal mark must be \".\" or \",\".",
                "delimiter = ;;      | The delimiter must be one character, or \"tab\".",
                "stream = Konto      | The mapping names the field \"Konto\" for the stream, and x.csv has only"
                        + " stream, type.",
            })
    void a_mapping_that_cannot_be_meant_is_refused(String line, String sentence) {
        var file = Exports.write(folder, "x.csv", "stream,type\na,T\n");
        var mapping = Exports.write(folder, "m.txt", line + "\n");

        var refusal = OddFilesTest.refusal(file, Map.of("mapping", mapping.toString()));

        assertThat(refusal.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(refusal.sentence()).isEqualTo(sentence);
    }

    @Test
    void a_declared_mapping_overrides_guesses_and_can_take_them_away() {
        var file = Exports.write(folder, "x.csv", "stream,what,type,user,amount\nS,a,kind,ada,5\n");
        var mapping = Exports.write(folder, "m.txt", "stream = what\ntype = type\nactor = -\ncolumns = amount\n");

        var event = Exports.events(file, Map.of("mapping", mapping.toString())).getFirst();

        assertThat(event.stream()).isEqualTo("a");
        assertThat(event.data().text()).isEqualTo("{\"amount\":5}");
        assertThat(event.metadata().text()).isEqualTo("{\"stream\":\"S\",\"user\":\"ada\"}");
    }
}
