package io.hindcast.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    private static final List<String> COLUMNS = List.of("name", "amount");

    private static Fields row(String name, String amount) {
        return Fields.of("name", new Text(name)).with("amount", Num.parse(amount));
    }

    private static String written(Format format, Fields... rows) {
        var out = new StringBuilder();
        try (var answer = Rows.in(format, COLUMNS, out)) {
            for (Fields row : rows) {
                answer.add(row);
            }
        }
        return out.toString();
    }

    @Test
    void json_keeps_every_digit() {
        assertThat(written(Format.JSON, row("a", "3544790567247868102"), row("b", "0.1234567890123456789")))
                .isEqualTo("""
                        [{"name":"a","amount":3544790567247868102},
                         {"name":"b","amount":0.1234567890123456789}]
                        """);
    }

    @Test
    void no_rows_are_an_empty_array_and_an_honest_table() {
        assertThat(written(Format.JSON)).isEqualTo("[]\n");
        assertThat(written(Format.NDJSON)).isEmpty();
        assertThat(written(Format.TABLE)).contains("(none)");
        assertThat(written(Format.CSV)).isEqualTo("name,amount\r\n");
    }

    @Test
    void ndjson_is_a_row_a_line() {
        assertThat(written(Format.NDJSON, row("a", "1.50"), row("b", "2"))).isEqualTo("""
                {"name":"a","amount":1.50}
                {"name":"b","amount":2}
                """);
    }

    @Test
    void csv_quotes_what_has_to_be_quoted() {
        assertThat(written(Format.CSV, row("a,\"b\"\nc", "1.50"))).isEqualTo("name,amount\r\n\"a,\"\"b\"\"\nc\",1.50\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+x", "-x", "@x", "\tx"})
    void csv_text_that_a_spreadsheet_would_run_is_held_back(String text) {
        assertThat(written(Format.CSV, row(text, "-5"))).contains("'" + text).contains(",-5\r\n");
    }

    @Test
    void a_missing_value_is_an_empty_cell() {
        assertThat(written(Format.CSV, Fields.of("name", Null.NULL))).isEqualTo("name,amount\r\n,\r\n");
    }

    @Test
    void tables_align_numbers_and_never_cut_them() {
        assertThat(written(Format.TABLE, row("long name", "1.5"), row("x", "123456789012345678901234567890.12")))
                .isEqualTo("""
                        name       amount
                        ─────────  ─────────────────────────────────
                        long name                                1.5
                        x          123456789012345678901234567890.12
                        """);
    }

    @Test
    void tables_escape_what_would_move_the_cursor_or_turn_the_line() {
        assertThat(written(Format.TABLE, row("a\u001b[31mb\u202ec", "1")))
                .contains("a\\u001B[31mb\\u202Ec")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }
}
