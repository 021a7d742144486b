package io.hindcast.engine.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.hindcast.engine.sheet.Unzipped.Cell;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class WorkbookTest {
    private interface Writing {
        void to(Workbook workbook) throws IOException;
    }

    private static ByteArrayOutputStream bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out)) {
            writing.to(workbook);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out;
    }

    private static Unzipped written(Writing writing) {
        return Unzipped.of(bytes(writing));
    }

    private static Unzipped column(SheetColumn column, StateValue... values) {
        return written(workbook -> {
            workbook.sheet("one", List.of(column));
            for (StateValue value : values) {
                workbook.row(List.of(value));
            }
        });
    }

    @Test
    void cells_have_the_type_of_their_value() {
        var sheet = written(workbook -> {
            workbook.sheet("values", List.of("text", "number", "truth", "null", "absent", "fields").stream().map(SheetColumn::of).toList());
            workbook.row(List.of(new Text("a<b"), Num.parse("1.50"), Bool.TRUE, Null.NULL, Absent.ABSENT, Fields.of("a", Num.of(1))));
        });

        assertThat(sheet.sheets()).containsExactly("values");
        assertThat(sheet.rows(1).getFirst()).extracting(Cell::text).containsExactly("text", "number", "truth", "null", "absent", "fields");
        assertThat(sheet.rows(1).get(1)).extracting(Cell::place).containsExactly("A2", "B2", "C2", "F2");
        assertThat(sheet.rows(1).get(1)).extracting(Cell::type).containsExactly("inlineStr", "n", "b", "inlineStr");
        assertThat(sheet.rows(1).get(1)).extracting(Cell::text).containsExactly("a<b", "1.50", "1", "{\"a\":1}");
    }

    @Test
    void a_number_of_more_than_15_digits_is_text_and_has_a_rounded_one_beside() {
        var sheet = column(SheetColumn.of("id"), Num.of(7), Num.parse("9007199254740993"), Num.parse("-0.12345678901234567"));

        assertThat(sheet.cell("A2")).extracting(Cell::type, Cell::text).containsExactly("n", "7");
        assertThat(sheet.cell("A3")).extracting(Cell::type, Cell::text).containsExactly("inlineStr", "9007199254740993");
        assertThat(sheet.cell("A4").text()).isEqualTo("-0.12345678901234567");
        assertThat(sheet.cell("B1").text()).isEqualTo("id (rounded)");
        assertThat(new BigDecimal(sheet.cell("B3").text())).isEqualByComparingTo("9007199254740990");
        assertThat(sheet.cell("B4").text()).isEqualTo("-0.123456789012346");
    }

    @Test
    void rounded_columns_are_named_in_the_language_of_the_others() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "gerundet")) {
            workbook.sheet("eins", List.of(SheetColumn.of("Betrag")));
            workbook.row(List.of(Num.parse("1234567890123456")));
        }

        assertThat(Unzipped.of(out).cell("B1").text()).isEqualTo("Betrag (gerundet)");
    }

    @Test
    void sentences_are_wrapped_and_numbers_among_them_stand_at_the_left() {
        var sheet = column(SheetColumn.prose("what"), new Text("a sentence"), Num.parse("1.50"), new Text("=1+1"));
        var cells = Unzipped.elements(Unzipped.elements(sheet.part("xl/styles.xml"), "cellXfs").getFirst(), "xf");

        assertThat(List.of("A2", "A3", "A4"))
                .map(place -> cells.get(Integer.parseInt(sheet.cell(place).style())))
                .satisfiesExactly(
                        text -> assertThat(alignment(text, "wrapText")).isEqualTo("1"),
                        number -> assertThat(alignment(number, "horizontal")).isEqualTo("left"),
                        formula -> assertThat(formula.getAttribute("quotePrefix")).isEqualTo("1"));
    }

    private static String alignment(Element cell, String name) {
        return Unzipped.elements(cell, "alignment").getFirst().getAttribute(name);
    }

    @Test
    void a_heading_looks_like_the_titles() {
        var sheet = written(workbook -> {
            workbook.sheet("one", List.of(SheetColumn.of("a"), SheetColumn.of("b")));
            workbook.heading("Second part");
            workbook.row(List.of(Num.of(1), Num.of(2)));
        });

        assertThat(sheet.cell("A2").text()).isEqualTo("Second part");
        assertThat(sheet.cell("A2").style()).isEqualTo(sheet.cell("A1").style());
        assertThat(sheet.cell("A3").text()).isEqualTo("1");
    }

    @Test
    void rounded_columns_stand_behind_all_others_and_in_every_row_from_left_to_right() {
        var sheet = written(workbook -> {
            workbook.sheet("two", List.of(SheetColumn.of("a"), SheetColumn.of("b")));
            workbook.row(List.of(Num.of(1), Num.parse("1234567890123456")));
            workbook.row(List.of(Num.parse("6543210987654321"), Num.parse("1234567890123456")));
        });

        assertThat(sheet.rows(1).getFirst()).extracting(Cell::text).containsExactly("a", "b", "b (rounded)", "a (rounded)");
        assertThat(sheet.rows(1).get(2)).extracting(Cell::place).containsExactly("A3", "B3", "C3", "D3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999999999999", "1E+3", "1e299", "0.00", "-12.3400", "1000000000000000000"})
    void a_short_number_stays_a_number_of_the_same_value(String digits) {
        var cell = column(SheetColumn.of("n"), Num.parse(digits)).cell("A2");

        assertThat(cell.type()).isEqualTo("n");
        assertThat(new BigDecimal(cell.text())).isEqualByComparingTo(new BigDecimal(digits));
    }

    @Test
    void a_number_beyond_a_spreadsheets_range_is_text_alone() {
        var sheet = column(SheetColumn.of("n"), Num.parse("1e400"));

        assertThat(sheet.rows(1).get(1)).extracting(Cell::type, Cell::text).containsExactly(tuple("inlineStr", "1e400"));
    }

    @Test
    void numbers_are_shown_with_the_digits_that_they_have() {
        var sheet = column(SheetColumn.of("n"), Num.parse("1.5"), Num.parse("1.50"), Num.of(3));
        var formats = Unzipped.elements(sheet.part("xl/styles.xml"), "numFmt");
        var cells = Unzipped.elements(Unzipped.elements(sheet.part("xl/styles.xml"), "cellXfs").getFirst(), "xf");

        assertThat(List.of("A2", "A3", "A4")).map(place -> cells.get(Integer.parseInt(sheet.cell(place).style())).getAttribute("numFmtId"))
                .map(id -> formats.stream().filter(one -> one.getAttribute("numFmtId").equals(id)).findFirst().orElseThrow().getAttribute("formatCode"))
                .containsExactly("0.0", "0.00", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@cmd", "\tx", "\rx", "=HYPERLINK(\"http://x\")"})
    void text_is_never_a_formula_and_stays_text_when_it_is_edited(String text) {
        var sheet = column(SheetColumn.of("n"), new Text(text));
        var cells = Unzipped.elements(Unzipped.elements(sheet.part("xl/styles.xml"), "cellXfs").getFirst(), "xf");

        assertThat(sheet.cell("A2").type()).isEqualTo("inlineStr");
        assertThat(cells.get(Integer.parseInt(sheet.cell("A2").style())).getAttribute("quotePrefix")).isEqualTo("1");
        assertThat(Unzipped.elements(sheet.part("xl/worksheets/sheet1.xml"), "f")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T12:00:00Z, 46112.500000000000",
        "2026-03-31T14:00:00+02:00, 46112.500000000000",
        "2026-03-31, 46112",
        "1900-03-01, 61",
        "2026-03-31T00:00:00.000001Z, 46112.000000000012"
    })
    void a_time_is_iso_text_and_the_spreadsheets_own_date_beside(String iso, String days) {
        var sheet = column(SheetColumn.time("recorded"), new Text(iso));

        assertThat(sheet.rows(1).getFirst()).extracting(Cell::text).containsExactly("recorded", "recorded (UTC)");
        assertThat(sheet.cell("A2").text()).isEqualTo(iso);
        assertThat(sheet.cell("B2")).extracting(Cell::type, Cell::text).containsExactly("n", days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "yesterday", "+12026-01-01T00:00:00Z", "", "2026-02-30"})
    void what_a_spreadsheet_has_no_date_for_is_text_alone(String text) {
        assertThat(column(SheetColumn.time("recorded"), new Text(text)).cell("B2").type()).isEmpty();
    }

    @Test
    void characters_that_xml_cannot_hold_are_escaped() {
        assertThat(XmlText.escaped("a\u0000b\r_x0041_ _x <&>\" \uD83D\uDE00 \uD83D"))
                .isEqualTo("a_x0000_b_x000D__x005F_x0041_ _x &lt;&amp;&gt;&quot; \uD83D\uDE00 _xD83D_");
    }

    @Test
    void text_too_long_for_a_cell_is_cut_and_says_so() {
        var text = column(SheetColumn.of("n"), new Text("x".repeat(40_000))).cell("A2").text();

        assertThat(text).hasSize(32_767).endsWith("x… (cut: 40,000 characters in all)");
    }

    @Test
    void names_of_sheets_are_legal_and_different() {
        var sheet = written(workbook -> {
            for (String name : List.of("a/b", "A-B", "", "'x'", "n".repeat(40), "n".repeat(50))) {
                workbook.sheet(name, List.of(SheetColumn.of("a")));
            }
        });

        assertThat(sheet.sheets()).containsExactly("a-b", "A-B (2)", "Sheet", "x", "n".repeat(31), "n".repeat(27) + " (2)");
    }

    @Test
    void a_workbook_without_tables_is_one_all_the_same() {
        assertThat(written(_ -> {}).sheets()).containsExactly("Sheet");
    }

    @Test
    void every_part_is_declared_and_every_relation_leads_somewhere() {
        var sheet = written(workbook -> {
            workbook.sheet("a", List.of(SheetColumn.of("a")));
            workbook.sheet("b", List.of(SheetColumn.of("a")));
        });

        assertThat(Unzipped.elements(sheet.part("[Content_Types].xml"), "Override"))
                .extracting(one -> one.getAttribute("PartName").substring(1))
                .containsExactlyInAnyOrder("xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
        assertThat(Unzipped.elements(sheet.part("xl/_rels/workbook.xml.rels"), "Relationship"))
                .allSatisfy(one -> assertThat(sheet.parts()).containsKey("xl/" + one.getAttribute("Target")));
    }

    @Test
    void rows_beyond_a_sheet_go_on_in_the_next_one() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "rounded", 3)) {
            workbook.sheet("long", List.of(SheetColumn.of("n")));
            for (int i = 1; i <= 3; i++) {
                workbook.row(List.of(Num.of(i)));
            }
        }

        var sheet = Unzipped.of(out);
        assertThat(sheet.sheets()).containsExactly("long", "long (2)");
        assertThat(sheet.rows(2)).flatExtracting(row -> row).extracting(Cell::text).containsExactly("n", "3");
    }

    @Test
    void a_row_of_another_width_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> written(workbook -> {
            workbook.sheet("a", List.of(SheetColumn.of("a")));
            workbook.row(List.of());
        }));
    }

    @Test
    void the_same_tables_make_the_same_bytes() {
        for (long seed = 0; seed < 50; seed++) {
            long here = seed;
            assertThat(bytes(workbook -> random(new Random(here), workbook)).toByteArray())
                    .as("seed %d", seed)
                    .isEqualTo(bytes(workbook -> random(new Random(here), workbook)).toByteArray());
        }
    }

    private static void random(Random random, Workbook workbook) throws IOException {
        workbook.sheet("random", List.of(SheetColumn.of("a"), SheetColumn.time("b")));
        for (int i = 0; i < 20; i++) {
            workbook.row(List.of(
                    Num.of(new BigDecimal(new BigInteger(80, random), random.nextInt(20))),
                    new Text(Integer.toString(random.nextInt()))));
        }
    }
}
