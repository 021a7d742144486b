package io.hindcast.audit.report;

import io.hindcast.audit.report.Column.Kind;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.sheet.Workbook;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A workbook: the cover, what was found out about the run, and a sheet a table; see [Workbook] for what becomes of numbers
/// and text.
public final class XlsxFormat implements ReportFormat {
    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public void write(Report report, Rendering rendering, Outputs outputs) throws IOException {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        try (var out = new BufferedOutputStream(outputs.create(rendering.base() + ".xlsx", type));
                var workbook = new Workbook(out, rendering.texts().word("word.rounded"))) {
            new Book(report, rendering, workbook).write();
        }
    }

    private static final class Book {
        /// Before what a reader must not miss.
        private static final String WARNING = "!";

        private final Report report;
        private final Rendering rendering;
        private final ReportTexts texts;
        private final Workbook workbook;

        Book(Report report, Rendering rendering, Workbook workbook) {
            this.report = report;
            this.rendering = rendering;
            this.texts = rendering.texts();
            this.workbook = workbook;
        }

        void write() throws IOException {
            about();
            for (Table table : report.tables()) {
                table(table);
            }
            evidence();
        }

        /// The cover and every fact, one a row, chapter by chapter.
        private void about() throws IOException {
            String title = texts.word("title." + report.template());
            workbook.sheet(texts.word("word.report"), List.of(SheetColumn.of(title), SheetColumn.prose(report.subject())));
            if (report.isHypothetical()) {
                line(texts.word("say.hypothetical"), new Text(""));
            }
            facts(report.asOf());
            facts(CoverFacts.of(rendering));
            workbook.heading(texts.word("summary"));
            for (Block block : report.summary()) {
                about(block);
            }
            int number = 0;
            for (Section section : report.sections()) {
                number++;
                workbook.heading(number + "  " + texts.word("section." + section.key()));
                for (Block block : section.blocks()) {
                    about(block);
                }
            }
        }

        private void about(Block block) throws IOException {
            switch (block) {
                case Block.Sentence(String key, List<StateValue> values) ->
                    line("", new Text(texts.sentence(key, values)));
                case Block.Warning(String key, List<StateValue> values) ->
                    line(WARNING, new Text(texts.sentence(key, values)));
                case Block.Quote(String text) -> line("", new Text(texts.said(text)));
                case Block.Verbatim(String key, List<String> lines) -> {
                    group(texts.word("facts." + key));
                    for (String line : lines) {
                        line("", new Text(line));
                    }
                }
                case Block.Facts(String key, _, List<Fact> facts) -> {
                    group(texts.word("facts." + key));
                    facts(facts);
                }
                case Block.Named(String key, List<Block.Named.Entry> entries) -> {
                    group(texts.word("facts." + key));
                    for (Block.Named.Entry entry : entries) {
                        line(texts.said(entry.name()), new Text((entry.isGood() ? "" : WARNING + " ") + texts.said(entry.value())));
                    }
                }
                case Block.Checks(List<String> checks) -> {
                    for (Block.Named.Entry entry : texts.checks(checks)) {
                        line(entry.name(), new Text(entry.value()));
                    }
                }
                case Block.Glossary() -> {
                    group(texts.word("glossary"));
                    for (Block.Named.Entry entry : texts.glossary()) {
                        line(entry.name(), new Text(entry.value()));
                    }
                }
                case Block.Conclusion() -> line("", new Text(rendering.cover().conclusion()));
                case Block.Run() -> run();
                case Block.Listed(Table table) -> line(
                        texts.word("table." + table.key()),
                        new Text(texts.sentence("table.count", List.of(Num.of(table.rows().count())))));
                case Block.SignOff() -> signOff();
                case Block.Evidence _, Block.Drawing _ -> {}
            }
        }

        private void run() throws IOException {
            facts(CoverFacts.ofRun(rendering));
            line("", new Text(texts.word("say.reperform")));
            group(texts.word("facts.evidence"));
            for (Attachment file : rendering.evidence()) {
                line(file.name(), new Text(file.sha256()));
            }
            line("", new Text(texts.word("say.evidence")));
        }

        private void facts(List<Fact> facts) throws IOException {
            for (Fact fact : facts) {
                line(texts.word("fact." + fact.key()), value(fact));
            }
        }

        /// Room for the names and dates of those who sign.
        private void signOff() throws IOException {
            line(texts.word("fact.preparer"), new Text(rendering.cover().preparer()));
            line(texts.word("signoff.date"), new Text(""));
            line(texts.word("fact.reviewer"), new Text(rendering.cover().reviewer()));
            line(texts.word("signoff.date"), new Text(""));
        }

        /// An empty line and the name of what follows.
        private void group(String name) throws IOException {
            line("", new Text(""));
            line(name, new Text(""));
        }

        /// Among sentences times and names are spelt as on pages; numbers and truth stay what they are.
        private StateValue value(Fact fact) {
            return switch (fact.kind()) {
                case TIME, NAME, SPAN -> new Text(texts.value(fact));
                case TEXT, SAID, AMOUNT, COUNT, ORDINAL, TRUTH, VALUE, WORD, CHECK, STATEMENT -> cell(fact.kind(), fact.value());
            };
        }

        private void line(String name, StateValue value) throws IOException {
            workbook.row(List.of(new Text(name), value));
        }

        private void table(Table table) throws IOException {
            List<SheetColumn> columns = table.columns().stream()
                    .map(column -> column.kind() == Kind.TIME
                            ? SheetColumn.time(texts.heading(column))
                            : SheetColumn.of(texts.heading(column)))
                    .toList();
            workbook.sheet(texts.word("table." + table.key()), columns);
            table.rows().each(CsvFormat.unchecked(cells -> {
                var row = new ArrayList<StateValue>();
                for (int i = 0; i < cells.size(); i++) {
                    row.add(cell(table.columns().get(i).kind(), cells.get(i)));
                }
                workbook.row(row);
            }));
        }

        /// Numbers, truth and times as they are; our own words in the language of the report.
        private StateValue cell(Kind kind, StateValue value) {
            return switch (kind) {
                case WORD, CHECK, STATEMENT, SAID -> new Text(texts.cell(kind, value));
                case TEXT, NAME, AMOUNT, COUNT, ORDINAL, TIME, SPAN, TRUTH, VALUE -> value;
            };
        }

        private void evidence() throws IOException {
            if (report.evidence().isEmpty()) {
                return;
            }
            var titles = new ArrayList<SheetColumn>();
            titles.add(SheetColumn.of(texts.word("column.event")));
            for (String key : List.of("path", "before", "after", "change")) {
                titles.add(SheetColumn.of(texts.word("column." + key)));
            }
            workbook.sheet(texts.word("section.evidence"), titles);
            for (StateEvidence evidence : report.evidence()) {
                for (StateEvidence.Line line : evidence.lines()) {
                    workbook.row(List.of(
                            new Text(evidence.title(texts)),
                            new Text(line.path()),
                            line.before(),
                            line.after(),
                            new Text(line.isChanged() ? texts.word("word.changed") : "")));
                }
            }
        }
    }
}
