package io.hindcast.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindcast.audit.report.Attachment;
import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.Cover.Language;
import io.hindcast.audit.report.Fact;
import io.hindcast.audit.report.Rendering;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.audit.report.Rows;
import io.hindcast.audit.report.Section;
import io.hindcast.audit.report.StateEvidence;
import io.hindcast.audit.report.Table;
import io.hindcast.audit.report.TimelinePicture;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PdfFormatTest {
    /// Arabic, Chinese, a smiling face, a character that turns the line, a bell, half of a pair, Greek and Cyrillic.
    private static final String ODD = "\u0645\u0631\u062d\u0628\u0627 \u4f50\u85e4 \ud83d\ude00 a\u202Eb\u0007 \ud83d \u03a9\u0416 <&>";

    @TempDir
    @SuppressWarnings("NullAway")
    Path place;

    @BeforeAll
    static void initialiseTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_kind_of_block_is_valid_pdf_a_3a(Language language) throws Exception {
        byte[] pdf = print(report(false, rows(90)), rendering(language, 50));

        ValidationResult result = validate(pdf);

        assertThat(result.getFailedChecks()).isEmpty();
        assertThat(result.isCompliant()).isTrue();
        assertThat(result.getTotalAssertions()).isPositive();
    }

    @Test
    void the_validator_sees_what_is_wrong() throws Exception {
        var plain = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }
        assertThat(validate(plain.toByteArray()).isCompliant()).isFalse();
    }

    @Test
    void the_same_report_makes_the_same_bytes() throws IOException {
        byte[] one = print(report(false, rows(40)), rendering(Language.EN, 50));
        byte[] other = print(report(false, rows(40)), rendering(Language.EN, 50));

        assertThat(other).isEqualTo(one);
    }

    @Test
    void the_evidence_can_be_taken_out_unchanged() throws IOException {
        byte[] pdf = print(report(false, rows(1)), rendering(Language.EN, 50));

        try (var document = Loader.loadPDF(pdf)) {
            var files = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            assertThat(files).containsOnlyKeys("states-states.csv");
            for (PDComplexFileSpecification file : files.values()) {
                assertThat(file.getEmbeddedFile().toByteArray())
                        .isEqualTo(Files.readAllBytes(place.resolve("evidence")));
            }
        }
    }

    @Test
    void digits_are_exact_and_what_no_font_has_is_spelt_out() throws IOException {
        String text = text(print(report(false, rows(1)), rendering(Language.EN, 50)));

        assertThat(text)
                .contains("3,544,790,567,247,868,102")
                .contains("0.1234567890123456789")
                .contains("\u2039U+4F50\u203a")
                .contains("a\\u202Eb\\u0007")
                .contains("\u03a9\u0416")
                .contains("spelt out by their code");
    }

    @Test
    void titles_of_checks_stand_on_one_line_where_no_names_need_the_room() throws IOException {
        var columns = List.of(
                Column.of("check", Kind.CHECK),
                Column.of("severity", Kind.WORD),
                Column.of("found", Kind.COUNT),
                Column.of("why", Kind.TEXT));
        List<StateValue> row = List.of(
                new Text("duplicate-ids"), new Text("defect"), Num.of(0), new Text("a reason that needs more than one line. ".repeat(6)));
        var report = new Report(
                "integrity", "", false, List.of(new Section("results", List.of(new Block.Listed(Table.of("checks", columns, List.of(row)))))));
        String title = new ReportTexts(Language.DE, ZoneOffset.UTC).cell(Kind.CHECK, new Text("duplicate-ids"));

        assertThat(title).contains(" ");
        assertThat(text(print(report, rendering(Language.DE, 50)))).contains(title);
    }

    @Test
    void pages_are_numbered_and_carry_the_hash() throws IOException {
        byte[] pdf = print(report(false, rows(200)), rendering(Language.DE, 500));

        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(6);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(document, page))
                        .contains("Seite " + page + " von " + pages)
                        .contains("SHA-256 c0ffee");
            }
            assertThat(text(document, 2)).contains("Inhalt").contains("Zeitachse");
        }
    }

    @Test
    void a_hypothetical_report_says_so_on_every_page() throws IOException {
        byte[] pdf = print(report(true, rows(200)), rendering(Language.EN, 500));

        try (var document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page)).contains("HYPOTHETICAL");
            }
        }
    }

    @Test
    void a_hundred_thousand_rows_are_cut_with_a_word_and_their_number_is_true() throws IOException {
        var asked = new long[1];
        String text = text(print(report(false, counted(100_000, asked)), rendering(Language.EN, 300)));

        assertThat(text).contains("The first 300 of 100,000 rows are printed");
        assertThat(asked[0]).as("rows asked for").isLessThan(1_000);
    }

    @Test
    void decimal_signs_stand_under_each_other() throws IOException {
        List<List<StateValue>> amounts = List.of(
                amount("1"), amount("-20.5"), amount("3000.125"), amount("0.12345678"), amount("-9"));
        var report = new Report(
                "states", "", false,
                List.of(new Section("results", List.of(new Block.Listed(Table.of(
                        "states", List.of(Column.of("stream", Kind.NAME), Column.of("/balance", Kind.AMOUNT)), amounts))))));

        List<Float> ends = endsOfWholes(print(report, rendering(Language.EN, 50)), List.of("1", "-20.5", "3,000.125", "0.12345678", "-9"));

        assertThat(ends).hasSize(5).allSatisfy(end -> assertThat(end).isCloseTo(ends.getFirst(), within(0.2f)));
    }

    private static List<StateValue> amount(String digits) {
        return List.of(new Text("account"), Num.parse(digits));
    }

    /// Where the whole part of each number ends on the page.
    private static List<Float> endsOfWholes(byte[] pdf, List<String> numbers) throws IOException {
        var ends = new ArrayList<Float>();
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> places) {
                    if (numbers.contains(text) && places.getFirst().getFontSizeInPt() == 8) {
                        int dot = text.indexOf('.');
                        TextPosition last = places.get((dot < 0 ? text.length() : dot) - 1);
                        ends.add(last.getXDirAdj() + last.getWidthDirAdj());
                    }
                }
            };
            stripper.setSortByPosition(true);
            stripper.getText(document);
        }
        return ends;
    }

    @Test
    void what_a_row_is_known_by_is_never_cut_and_numbers_beside_it_keep_their_digits() throws IOException {
        String digits = "-106307760239012518365.8520419402";
        var rows = new ArrayList<List<StateValue>>();
        for (String tail : List.of("first-tail", "other-tail")) {
            rows.add(List.of(new Text("account-" + "x".repeat(70) + "-" + tail), Num.parse(digits), Num.parse(digits), Num.parse(digits)));
        }
        var columns = List.of(
                Column.of("stream", Kind.NAME),
                Column.of("opening", Kind.AMOUNT),
                Column.of("moved", Kind.AMOUNT),
                Column.of("closing", Kind.AMOUNT));
        var report = new Report(
                "rollforward",
                "account",
                false,
                List.of(new Section("results", List.of(new Block.Listed(Table.of("streams", columns, rows))))));

        String text = text(print(report, rendering(Language.EN, 500)));

        assertThat(text).contains("first-tail", "other-tail", "-106,307,760,239,012,518,365.8520419402");
    }

    @Test
    void titles_of_a_table_are_never_without_a_row() throws IOException {
        String name = "stream-with-a-name-".repeat(40);
        var rows = List.<List<StateValue>>of(List.of(new Text(name), Num.of(1)), List.of(new Text(name), Num.of(2)));
        var columns = List.of(Column.of("stream", Kind.NAME), Column.of("version", Kind.ORDINAL));
        for (int sentences = 10; sentences < 60; sentences++) {
            var blocks = new ArrayList<Block>(Collections.nCopies(sentences, new Block.Sentence("roll.ties", List.of())));
            blocks.add(new Block.Listed(Table.of("streams", columns, rows)));
            byte[] pdf = print(new Report("states", "", false, List.of(new Section("results", blocks))), rendering(Language.EN, 500));
            try (var document = Loader.loadPDF(pdf)) {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    String text = text(document, page);
                    assertThat(text.contains("Version") && !text.contains("stream-with-a-name"))
                            .as("titles alone on page %d below %d sentences", page, sentences)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void words_of_ours_are_not_broken_however_narrow_the_table() throws IOException {
        var rows = List.<List<StateValue>>of(List.of(
                Num.of(1), new Text("/a" + "VeryLongName".repeat(8)), new Text("changed"), new Text("word ".repeat(60)), new Text("word ".repeat(60))));
        var columns = List.of(
                Column.of("version", Kind.ORDINAL),
                Column.of("path", Kind.NAME),
                Column.of("change", Kind.WORD),
                Column.of("before", Kind.AMOUNT),
                Column.of("after", Kind.AMOUNT));
        var report = new Report(
                "stream", "", false, List.of(new Section("results", List.of(new Block.Listed(Table.of("changes", columns, rows))))));

        assertThat(text(print(report, rendering(Language.EN, 500)))).contains("changed");
    }

    @Test
    void rules_are_printed_with_their_indentation() throws IOException {
        var rules = new Block.Verbatim("rules", List.of("on:", "  Opened:", "    add: { balance: /amount }"));
        var report = new Report("states", "", false, List.of(new Section("appendix", List.of(rules))));
        var lefts = new ArrayList<Float>();

        try (var document = Loader.loadPDF(print(report, rendering(Language.EN, 500)))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> places) {
                    if (text.startsWith("on:") || text.startsWith("Opened:") || text.startsWith("add:")) {
                        lefts.add(places.getFirst().getXDirAdj());
                    }
                }
            }.getText(document);
        }

        assertThat(lefts).hasSize(3).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_last_row_of_a_table_is_never_alone_on_a_page() throws IOException {
        for (int count = 30; count < 54; count++) {
            byte[] pdf = print(report(false, rows(count)), rendering(Language.EN, 500));
            try (var document = Loader.loadPDF(pdf)) {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    long rows = text(document, page).lines().filter(line -> line.startsWith("account-1 7")).count();
                    assertThat(rows).as("rows on page %d of %d rows", page, count).isNotEqualTo(1);
                }
            }
        }
    }

    @Test
    void headings_tables_and_figures_are_told_to_those_who_cannot_see_them() throws IOException {
        byte[] pdf = print(report(false, rows(60)), rendering(Language.EN, 500));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            List<String> types = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), types);
            assertThat(types).filteredOn("H1"::equals).hasSize(8);
            assertThat(types).filteredOn("Figure"::equals).hasSize(1);
            // a table of 60 rows over pages with five printed columns, and the evidence with two: one title row each
            assertThat(types).filteredOn("Table"::equals).hasSize(2);
            assertThat(types).filteredOn("TR"::equals).hasSize(61 + 3);
            assertThat(types).filteredOn("TH"::equals).hasSize(5 + 3);
            assertThat(types).filteredOn("TD"::equals).hasSize(60 * 5 + 2 * 3);
        }
    }

    private static void collect(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                collect(element, types);
            }
        }
    }

    private static Rows rows(int count) {
        return Rows.of(Collections.nCopies(count, row()));
    }

    private static List<StateValue> row() {
        return List.of(
                new Text("account-1"),
                Num.of(7),
                Num.parse("3544790567247868102"),
                Num.parse("0.1234567890123456789"),
                new Text(ODD),
                Null.NULL);
    }

    private static Rows counted(long count, long[] asked) {
        return new Rows() {
            @Override
            public long count() {
                return count;
            }

            @Override
            public void each(long most, Consumer<List<StateValue>> taker) {
                for (long i = 0; i < Math.min(most, count); i++) {
                    asked[0]++;
                    taker.accept(row());
                }
            }
        };
    }

    private static Report report(boolean hypothetical, Rows rows) {
        var columns = List.of(
                Column.of("stream", Kind.NAME),
                Column.of("version", Kind.ORDINAL),
                Column.of("/balance", Kind.AMOUNT),
                Column.of("/rate", Kind.AMOUNT),
                Column.of("/owner", Kind.TEXT),
                Column.kept("state", Kind.VALUE));
        var evidence = new StateEvidence(
                1,
                "account-1 v7",
                Optional.of(Instant.EPOCH),
                List.of(
                        new StateEvidence.Line("/balance", Num.of(1), Num.of(2)),
                        new StateEvidence.Line("/owner", Absent.ABSENT, new Text(ODD))),
                3);
        var counts = Collections.nCopies(TimelinePicture.STRETCHES, 3);
        var picture = new TimelinePicture(
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                List.of(new TimelinePicture.Lane("Booked " + ODD, counts, counts)),
                List.of(new TimelinePicture.Numbered(1, 3, 0), new TimelinePicture.Numbered(2, 4, 0)),
                List.of(Instant.EPOCH));
        return new Report(
                "states",
                "account " + ODD,
                hypothetical,
                List.of(
                        new Section("objective", List.of(new Block.Sentence("states.result", List.of(Num.of(3), new Text("head"))))),
                        new Section("scope", List.of(
                                new Block.Facts("store", false, List.of(Fact.name("location", ODD.repeat(9)))),
                                new Block.Named("readOnlyProof", List.of(new Block.Named.Entry("check", "failed", false))),
                                new Block.Checks(List.of("version-gaps")))),
                        new Section("results", List.of(
                                new Block.Listed(new Table("states", columns, rows)),
                                new Block.Listed(Table.of("totals", columns, List.of())))),
                        new Section("evidence", List.of(new Block.Evidence(evidence))),
                        new Section("timeline", List.of(new Block.Drawing(picture))),
                        new Section("limitations", List.of(
                                new Block.Warning("guess", List.of()), new Block.Quote("in other words"))),
                        new Section("conclusion", List.of(new Block.Conclusion(), new Block.SignOff())),
                        new Section("appendix", List.of(new Block.Run()))));
    }

    private Rendering rendering(Language language, long printed) throws IOException {
        Path file = Files.writeString(place.resolve("evidence"), "stream\r\naccount-1\r\n");
        var cover = new Cover(
                "Muster & Söhne", "Audit 2026", "Q1", "A. Keller", "B. Roth", "W-17", Cover.Status.FINAL, "", language);
        return new Rendering(
                "states",
                cover,
                new ReportTexts(language, ZoneOffset.UTC),
                ZoneOffset.UTC,
                Instant.parse("2026-04-07T08:00:00Z"),
                "Hindcast test",
                "c0ffee",
                List.of(new Attachment("states-states.csv", "text/csv", file, Files.size(file), "abc")),
                printed,
                false);
    }

    private static byte[] print(Report report, Rendering rendering) throws IOException {
        var out = new ByteArrayOutputStream();
        new PdfFormat().write(report, rendering, (_, _) -> out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static ValidationResult validate(byte[] pdf) throws VeraPDFException, IOException {
        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_A);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_A, false)) {
            return validator.validate(parser);
        }
    }
}
