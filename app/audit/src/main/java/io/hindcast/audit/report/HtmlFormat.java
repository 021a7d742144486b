package io.hindcast.audit.report;

import io.hindcast.audit.report.Column.Kind;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Printable;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One file that stands alone: no script, nothing loaded from elsewhere, fit for light and dark screens and for paper.
public final class HtmlFormat implements ReportFormat {
    @Override
    public String id() {
        return "html";
    }

    @Override
    public void write(Report report, Rendering rendering, Outputs outputs) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(
                outputs.create(rendering.base() + ".html", "text/html"), StandardCharsets.UTF_8))) {
            new Page(report, rendering, writer).write();
        }
    }

    /// One page being written.
    private static final class Page {
        /// A name of so many characters is not wrapped.
        private static final int SHORT = 40;

        private final Report report;
        private final Rendering rendering;
        private final ReportTexts texts;
        private final Writer out;

        Page(Report report, Rendering rendering, Writer out) {
            this.report = report;
            this.rendering = rendering;
            this.texts = rendering.texts();
            this.out = out;
        }

        void write() throws IOException {
            String title = texts.word("title." + report.template());
            out.write("<!DOCTYPE html>\n<html lang=\"" + texts.locale().getLanguage() + "\">\n<head>\n");
            out.write("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
            out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
            out.write("<title>" + safe(title + (report.subject().isBlank() ? "" : " \u2013 " + report.subject()))
                    + "</title>\n<style>\n");
            out.write(style());
            out.write("</style>\n</head>\n<body>\n");
            cover(title);
            contents();
            int number = 0;
            for (Section section : report.sections()) {
                number++;
                out.write("<section id=\"%s\">\n<h2>%d&ensp;%s</h2>\n"
                        .formatted(section.key(), number, safe(texts.word("section." + section.key()))));
                for (Block block : section.blocks()) {
                    write(block);
                }
                out.write("</section>\n");
            }
            out.write("</body>\n</html>\n");
        }

        private static String style() throws IOException {
            try (InputStream css = HtmlFormat.class.getResourceAsStream("report.css")) {
                return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private void cover(String title) throws IOException {
            out.write("<header>\n");
            if (report.isHypothetical()) {
                out.write("<p class=\"warning\">" + safe(texts.word("say.hypothetical")) + "</p>\n");
            }
            out.write("<h1>" + safe(title) + "</h1>\n");
            if (!report.subject().isBlank()) {
                paragraph("subject", report.subject());
            }
            facts(report.asOf());
            facts(CoverFacts.of(rendering));
            heading(texts.word("summary"));
            for (Block block : report.summary()) {
                write(block);
            }
            out.write("</header>\n");
        }

        private void contents() throws IOException {
            out.write("<nav><h2>" + safe(texts.word("contents")) + "</h2>\n<ol>\n");
            for (Section section : report.sections()) {
                out.write("<li><a href=\"#%s\">%s</a></li>\n"
                        .formatted(section.key(), safe(texts.word("section." + section.key()))));
            }
            out.write("</ol></nav>\n");
        }

        private void write(Block block) throws IOException {
            switch (block) {
                case Block.Sentence(String key, List<StateValue> values) ->
                    paragraph("", texts.sentence(key, values));
                case Block.Warning(String key, List<StateValue> values) ->
                    paragraph("warning", texts.sentence(key, values));
                case Block.Quote(String text) -> paragraph("quote", texts.said(text));
                case Block.Verbatim(String key, List<String> lines) -> {
                    heading(texts.word("facts." + key));
                    out.write("<pre>");
                    for (String line : lines) {
                        out.write(safe(line) + "\n");
                    }
                    out.write("</pre>\n");
                }
                case Block.Facts(String key, _, List<Fact> facts) -> {
                    heading(texts.word("facts." + key));
                    facts(facts);
                }
                case Block.Named(String key, List<Block.Named.Entry> entries) -> {
                    heading(texts.word("facts." + key));
                    named(entries);
                }
                case Block.Checks(List<String> checks) -> named(texts.checks(checks));
                case Block.Glossary() -> {
                    heading(texts.word("glossary"));
                    named(texts.glossary());
                }
                case Block.Listed(Table table) -> table(table);
                case Block.Evidence(StateEvidence evidence) -> evidence(evidence);
                case Block.Drawing(TimelinePicture picture) -> out.write(new TimelineSvg(picture, texts).draw());
                case Block.Conclusion() ->
                    paragraph("conclusion", rendering.cover().conclusion());
                case Block.SignOff() -> signOff();
                case Block.Run() -> run();
            }
        }

        private void heading(String text) throws IOException {
            out.write("<h3>" + safe(text) + "</h3>\n");
        }

        private void paragraph(String style, String text) throws IOException {
            out.write((style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">") + safe(text) + "</p>\n");
        }

        private void facts(List<Fact> facts) throws IOException {
            out.write("<dl>\n");
            for (Fact fact : facts) {
                String value = texts.value(fact);
                if (!value.isEmpty()) {
                    out.write("<dt>%s</dt><dd%s>%s</dd>\n"
                            .formatted(
                                    safe(texts.word("fact." + fact.key())),
                                    fact.kind() == Kind.NAME ? " class=\"name\"" : "",
                                    safe(value)));
                }
            }
            out.write("</dl>\n");
        }

        private void named(List<Block.Named.Entry> entries) throws IOException {
            out.write("<dl>\n");
            for (Block.Named.Entry entry : entries) {
                out.write("<dt>%s</dt><dd%s>%s</dd>\n"
                        .formatted(
                                HtmlText.of(texts.said(entry.name())),
                                entry.isGood() ? "" : " class=\"bad\"",
                                HtmlText.of(texts.said(entry.value()))));
            }
            out.write("</dl>\n");
        }

        private void table(Table table) throws IOException {
            heading(texts.word("table." + table.key()));
            if (table.rows().count() == 0) {
                further(table);
                return;
            }
            List<Integer> places = table.printed();
            Fractions fractions = Fractions.of(texts, table, rendering.printedRows());
            out.write("<div class=\"wide\"><table>\n<thead><tr>");
            for (int place : places) {
                Column column = table.columns().get(place);
                out.write((fractions.isTitleRight(place) ? "<th class=\"right\">" : "<th>")
                        + safe(texts.pageHeading(column)) + "</th>");
            }
            out.write("</tr></thead>\n<tbody>\n");
            table.rows().each(rendering.printedRows(), CsvFormat.unchecked(cells -> row(table, places, cells, fractions)));
            out.write("</tbody>\n</table></div>\n");
            further(table);
        }

        private void row(Table table, List<Integer> places, List<StateValue> row, Fractions fractions) throws IOException {
            List<StateValue> cells = table.labelled(row, texts);
            out.write(table.isSum(row) ? "<tr class=\"sum\">" : "<tr>");
            for (int place : places) {
                Kind kind = table.columns().get(place).kind();
                StateValue value = cells.get(place);
                out.write(cell(kind, value, fractions.lacking(place, value)));
            }
            out.write("</tr>\n");
        }

        private String cell(Kind kind, StateValue value, String lacking) {
            String text = texts.cell(kind, value);
            return style(kind, value, text, lacking) + safe(text) + "</td>";
        }

        /// Times and short names stay on one line.
        private static String style(Kind kind, StateValue value, String text, String lacking) {
            if (value instanceof Num && kind.isNumber()) {
                return "<td class=\"right\"" + (lacking.isEmpty() ? "" : " data-pad=\"" + lacking + "\"") + ">";
            }
            if (kind.isBad(value)) {
                return "<td class=\"bad\">";
            }
            return switch (kind) {
                case NAME -> text.length() <= SHORT ? "<td class=\"name whole\">" : "<td class=\"name\">";
                case VALUE -> "<td class=\"name value\">";
                case TIME -> "<td class=\"whole\">";
                case TEXT, SAID, AMOUNT, COUNT, ORDINAL, SPAN, TRUTH, WORD, CHECK, STATEMENT -> "<td>";
            };
        }

        private void further(Table table) throws IOException {
            long count = table.rows().count();
            if (count == 0) {
                paragraph("note", texts.word("say.table.empty"));
            } else if (count > rendering.printedRows()) {
                paragraph("warning", texts.sentence(
                        "table.further",
                        List.of(Num.of(rendering.printedRows()), Num.of(count), new Text(table.key()))));
            } else {
                paragraph("note", texts.sentence("table.count", List.of(Num.of(count))));
            }
            if (count > 0) {
                Optional<String> kept = texts.onlyInFiles(table);
                if (kept.isPresent()) {
                    paragraph("note", kept.get());
                }
            }
        }

        private void evidence(StateEvidence evidence) throws IOException {
            String number = evidence.number() > 0 ? "<b class=\"number\">" + evidence.number() + "</b> " : "";
            out.write("<h3>" + number + safe(evidence.title(texts)) + "</h3>\n<div class=\"wide\"><table>\n<thead><tr>");
            for (String column : List.of("path", "before", "after")) {
                out.write("<th>" + safe(texts.word("column." + column)) + "</th>");
            }
            out.write("</tr></thead>\n<tbody>\n");
            var fractions = new Fractions(texts, List.of(Kind.AMOUNT));
            evidence.lines().forEach(line -> {
                fractions.look(0, line.before());
                fractions.look(0, line.after());
            });
            for (StateEvidence.Line line : evidence.lines()) {
                out.write(line.isChanged() ? "<tr class=\"changed\">" : "<tr>");
                out.write("<td class=\"name\">" + safe(line.path()) + "</td>");
                out.write(valueCell(line.before(), fractions) + valueCell(line.after(), fractions) + "</tr>\n");
            }
            out.write("</tbody>\n</table></div>\n");
            if (evidence.more() > 0) {
                paragraph("note", texts.sentence("evidence.more", List.of(Num.of(evidence.more()))));
            }
        }

        private String valueCell(StateValue value, Fractions fractions) {
            return cell(Kind.AMOUNT, value, fractions.lacking(0, value));
        }

        private void signOff() throws IOException {
            out.write("<div class=\"signoff\">\n");
            for (String role : List.of("preparer", "reviewer")) {
                String name = role.equals("preparer")
                        ? rendering.cover().preparer()
                        : rendering.cover().reviewer();
                out.write("<div><p class=\"line\"></p><p>%s: %s</p><p>%s: </p></div>\n"
                        .formatted(
                                safe(texts.word("fact." + role)),
                                safe(name),
                                safe(texts.word("signoff.date"))));
            }
            out.write("</div>\n");
        }

        private void run() throws IOException {
            facts(CoverFacts.ofRun(rendering));
            paragraph("", texts.word("say.reperform"));
            if (!rendering.evidence().isEmpty()) {
                heading(texts.word("facts.evidence"));
                out.write("<dl>\n");
                for (Attachment file : rendering.evidence()) {
                    out.write("<dt>%s</dt><dd class=\"name\">%s</dd>\n"
                            .formatted(safe(file.name()), safe(file.sha256())));
                }
                out.write("</dl>\n");
            }
            paragraph("", texts.word("say.evidence"));
        }

        private static String safe(String text) {
            return HtmlText.of(Printable.escaped(text));
        }
    }
}
