package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks are opened by a library that did not write them, and every cell is held against the JSON of the same answer.
class ReopenedWorkbooksTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /// Cells that a spreadsheet would reckon with, numbers that it would round, text that looks like a number.
    private static final String ODD =
            """
            {"stream":"account-1","category":"account","version":1,"id":"a1","type":"Opened","recordedAt":"2026-01-01T10:00:00.123456Z",\
            "data":{"owner":"=HYPERLINK(\\"http://x\\")","amount":0.1234567890123456789,"big":3544790567247868102,"small":1.50,"flag":true,"none":null}}
            {"stream":"account-2","category":"account","version":1,"id":"a2","type":"Opened","recordedAt":"2026-01-01T10:00:01Z",\
            "data":{"owner":"+49 30 1","amount":-12,"big":999999999999999,"small":"@x","flag":false}}
            {"stream":"account-3","category":"account","version":1,"id":"a3","type":"Opened","recordedAt":"1999-12-31T23:59:59.999999999Z",\
            "data":{"owner":"-1 <&> \\"\\u0007\\u4f50","amount":1000000000000000,"big":-9999999999999999,"small":"0012","flag":"true"}}
            {"stream":"account-4","category":"account","version":1,"id":"a4","type":"Opened","recordedAt":"2026-01-01T10:00:02Z",\
            "data":{"owner":"\\t=1+1","amount":12345.6789012345,"big":0,"small":1e-7,"flag":""}}
            """;

    /// Columns of a report whose words are told in the language of the pages.
    private static final Set<String> TOLD = Set.of("change", "line", "outcome", "check", "severity", "standing", "reason", "evidence", "says", "cause");

    @TempDir
    Path scratch = Path.of("");

    @Test
    void the_states_of_a_report_keep_type_and_digits_in_every_cell() throws IOException {
        assertThat(compared(odd(), "states", "--category", "account")).isGreaterThan(4 * 12);
    }

    @Test
    void events_and_changes_of_a_report_keep_type_and_digits_in_every_cell() throws IOException {
        assertThat(compared(odd(), "stream", "--stream", "account-1")).isGreaterThan(10);
    }

    @Test
    void a_roll_forward_over_the_sample_keeps_type_and_digits_in_every_cell() throws IOException {
        assertThat(compared(
                        "sample:ledger", "rollforward", "--category", "account", "--field", "/transactionCount", "--from", "2025-01-01", "--fold",
                        Path.of(System.getProperty("hindcast.root"), "sample-data/ledger.folds.yaml").toString()))
                .isGreaterThan(1_000);
    }

    @Test
    void states_as_a_listing_keep_type_and_digits_in_every_cell() throws IOException {
        List<String> words = List.of(
                "states", odd(), "--category", "account", "--columns", "/owner,/amount,/big,/small,/flag,/none");

        List<JsonNode> rows = rows(words);
        try (var book = book(words)) {
            Sheet sheet = book.getFirstSheet();
            List<String> columns = List.copyOf(sheet.read().getFirst().stream().map(Cell::asString).toList());
            int cells = 0;
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.read().get(i + 1);
                for (int place = 0; place < columns.size(); place++) {
                    String column = columns.get(place);
                    JsonNode value = column.startsWith("/") ? rows.get(i).path("state").at(column) : rows.get(i).path(column);
                    if (!value.isMissingNode()) {
                        hold(value, cell(row, place), rounded(columns, column, row), column + " of row " + i);
                        cells++;
                    }
                }
            }
            assertThat(cells).isGreaterThanOrEqualTo(4 * 8);
        }
    }

    @Test
    void no_cell_of_any_workbook_is_a_formula() throws IOException {
        run(List.of("events", odd(), "--xlsx", scratch.resolve("events.xlsx").toString()));
        run(List.of("report", odd(), "--template", "integrity", "--format", "xlsx", "--out", scratch.resolve("report").toString()));

        for (String file : List.of("events.xlsx", "report/integrity.xlsx")) {
            try (var book = new ReadableWorkbook(scratch.resolve(file).toFile())) {
                for (Sheet sheet : book.getSheets().toList()) {
                    assertThat(sheet.read().stream().flatMap(Row::stream).filter(cell -> cell != null))
                            .isNotEmpty()
                            .noneMatch(cell -> cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR);
                }
            }
        }
    }

    /// Writes a report as JSON and as a workbook, and holds each table against its sheet.
    ///
    /// @return how many cells were compared
    private int compared(String store, String template, String... question) throws IOException {
        Path out = scratch.resolve(template);
        var words = new ArrayList<>(List.of("report", store, "--template", template, "--format", "json,xlsx", "--out", out.toString()));
        words.addAll(List.of(question));
        run(words);
        JsonNode tables = JSON.readTree(out.resolve(template + ".json").toFile()).get("tables");
        int cells = 0;
        try (var book = new ReadableWorkbook(out.resolve(template + ".xlsx").toFile())) {
            int number = 1;
            for (var table : tables.properties()) {
                cells += hold(table.getValue(), book.getSheet(number++).orElseThrow());
            }
        }
        return cells;
    }

    private static int hold(JsonNode table, Sheet sheet) throws IOException {
        List<Row> rows = sheet.read();
        List<String> titles = rows.getFirst().stream().map(Cell::asString).toList();
        assertThat(rows).hasSize(table.get("rows").size() + 1);
        int cells = 0;
        for (int i = 0; i < table.get("rows").size(); i++) {
            int place = 0;
            for (int column = 0; column < table.get("columns").size(); column++) {
                String key = table.get("columns").get(column).asText();
                JsonNode value = table.get("rows").get(i).get(column);
                Row row = rows.get(i + 1);
                if (TOLD.contains(key)) {
                    assertThat(cell(row, place)).isPresent();
                } else {
                    hold(value, cell(row, place), rounded(titles, titles.get(place), row), key + " of row " + i);
                }
                cells++;
                boolean hasDateBeside = place + 1 < titles.size() && titles.get(place + 1).equals(titles.get(place) + " (UTC)");
                place += hasDateBeside ? 2 : 1;
            }
        }
        return cells;
    }

    private static void hold(JsonNode value, Optional<Cell> cell, Optional<Cell> rounded, String where) {
        if (value.isNull() || (value.isTextual() && value.asText().isEmpty())) {
            assertThat(cell.map(one -> one.getText() == null ? "" : one.getText()).orElse("")).as(where).isEmpty();
        } else if (value.isBoolean()) {
            assertThat(cell.orElseThrow().asBoolean()).as(where).isEqualTo(value.booleanValue());
        } else if (value.isNumber()) {
            number(value.decimalValue(), cell.orElseThrow(), rounded, where);
        } else {
            assertThat(cell.orElseThrow().getType()).as(where).isEqualTo(CellType.STRING);
            assertThat(cell.orElseThrow().asString()).as(where).isEqualTo(value.isTextual() ? legible(value.asText()) : value.toString());
        }
    }

    /// As a number where a spreadsheet keeps all its digits; else as text, with the nearest number in a column of its own.
    private static void number(BigDecimal number, Cell cell, Optional<Cell> rounded, String where) {
        if (number.stripTrailingZeros().precision() <= 15) {
            assertThat(cell.getType()).as(where).isEqualTo(CellType.NUMBER);
            assertThat(cell.asNumber()).as(where).isEqualByComparingTo(number);
        } else {
            assertThat(cell.getType()).as(where).isEqualTo(CellType.STRING);
            assertThat(cell.asString()).as(where).isEqualTo(number.toPlainString());
            assertThat(rounded.orElseThrow().asNumber())
                    .as(where)
                    .isEqualByComparingTo(number.round(new MathContext(15, RoundingMode.HALF_EVEN)));
        }
    }

    /// Control characters as spreadsheets spell them in their files; this library hands them out unread.
    private static String legible(String text) {
        return text.replace("\u0007", "_x0007_");
    }

    private static Optional<Cell> rounded(List<String> titles, String column, Row row) {
        int place = titles.indexOf(column + " (rounded)");
        return place < 0 ? Optional.empty() : cell(row, place);
    }

    private static Optional<Cell> cell(Row row, int place) {
        return row.getOptionalCell(place);
    }

    private static List<JsonNode> rows(List<String> words) throws IOException {
        var more = new ArrayList<>(words);
        more.addAll(List.of("-o", "json"));
        var rows = new ArrayList<JsonNode>();
        JSON.readTree(run(more).out()).get("rows").forEach(rows::add);
        return rows;
    }

    private ReadableWorkbook book(List<String> words) throws IOException {
        Path file = scratch.resolve("answer.xlsx");
        var more = new ArrayList<>(words);
        more.addAll(List.of("--xlsx", file.toString()));
        run(more);
        return new ReadableWorkbook(file.toFile());
    }

    private String odd() throws IOException {
        return Files.writeString(scratch.resolve("odd.ndjson"), ODD).toString();
    }

    private static TestHouse.Answer run(List<String> words) {
        TestHouse.Answer answer = TestHouse.run(words);
        assertThat(answer.code()).as(answer.err()).isIn(ExitCode.DONE, ExitCode.FOUND);
        return answer;
    }
}
