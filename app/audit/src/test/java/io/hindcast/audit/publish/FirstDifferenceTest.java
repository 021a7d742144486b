package io.hindcast.audit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstDifferenceTest {
    private static final String REPORT = "stream,/text,/balance\r\na,\"say \"\"x\"\",\r\nthen\",1.50\r\nb,,2.00\r\n";

    @TempDir
    @SuppressWarnings("NullAway")
    Path place;

    @Test
    void file_row_column_and_both_values_are_named() throws IOException {
        assertThat(between("states.csv", REPORT, REPORT.replace("2.00", "2.01")))
                .contains("states.csv, row 2 (\"b\"), column /balance: the report has \"2.00\", the second run has \"2.01\".");
    }

    @Test
    void quotes_commas_and_line_ends_inside_of_a_cell_are_part_of_it() throws IOException {
        assertThat(between("states.csv", REPORT, REPORT.replace("then", "now")))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("row 1")
                        .contains("column /text")
                        .contains("\\u000Athen")
                        .contains("\\u000Anow"));
    }

    @Test
    void a_row_more_or_less_is_named() throws IOException {
        assertThat(between("states.csv", REPORT, REPORT + "c,,3\r\n"))
                .contains("states.csv, row 3: the second run has a row more: \"c\"");
        assertThat(between("states.csv", REPORT, REPORT.replace("b,,2.00\r\n", "")))
                .contains("states.csv, row 2: the second run has no such row: \"b\"");
    }

    @Test
    void equal_files_do_not_differ() throws IOException {
        assertThat(between("states.csv", REPORT, REPORT)).isEmpty();
        assertThat(between("states.json", "{\n}", "{\n}")).isEmpty();
    }

    @Test
    void json_is_compared_line_by_line() throws IOException {
        assertThat(between("states.json", "{\n\"a\": 1\n}", "{\n\"a\": 2\n}"))
                .contains("states.json, line 2: the report has \"\"a\": 1\", the second run has \"\"a\": 2\".");
    }

    private Optional<String> between(String name, String before, String now) throws IOException {
        Path one = Files.writeString(place.resolve("before"), before);
        Path other = Files.writeString(place.resolve("now"), now);
        return FirstDifference.between(name, one, other);
    }
}
