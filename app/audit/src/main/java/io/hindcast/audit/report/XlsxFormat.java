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
                var workbook = new Workbook(out)) {
            new Book(report, rendering, workbook).write();
        }
    }

    private static final class Book {
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
            workbook.sheet(title, List.of(SheetColumn.of(title), SheetColumn.of(report.subject())));
            if (report.isHypothetical()) {
                line(texts.word("say.hypothetical"), new Text(""));
            }
            facts(report.asOf());
            facts(CoverFacts.of(rendering));
            for (Section section : report.sections()) {
                line(texts.word("section." + section.key()), new Text(""));
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
                    line("!", new Text(texts.sentence(key, values)));
                case Block.Quote(String text) -> line("", new Text(texts.said(text)));
                case Block.Facts(_, _, List<Fact> facts) -> facts(facts);
                case Block.Named(_, List<Block.Named.Entry> entries) -> {
                    for (Block.Named.Entry entry : entries) {
                        line(texts.said(entry.name()), new Text(texts.said(entry.value())));
                    }
                }
                case Block.Checks(List<String> checks) -> {
                    for (Block.Named.Entry entry : texts.checks(checks)) {
                        line(entry.name(), new Text(entry.value()));
                    }
                }
                case Block.Glossary() -> {
                    for (Block.Named.Entry entry : texts.glossary()) {
                        line(entry.name(), new Text(entry.value()));
                    }
                }
                case Block.Conclusion() -> line("", new Text(rendering.cover().conclusion()));
                case Block.Run() -> run();
                case Block.Listed(Table table) -> line(
                        texts.word("table." + table.key()),
                        new Text(texts.sentence("table.count", List.of(Num.of(table.rows().count())))));
                case Block.Evidence _, Block.Drawing _, Block.SignOff _ -> {}
            }
        }

        private void run() throws IOException {
            facts(CoverFacts.ofRun(rendering));
            for (Attachment file : rendering.attachments()) {
                line(file.name(), new Text(file.sha256()));
            }
        }

        private void facts(List<Fact> facts) throws IOException {
            for (Fact fact : facts) {
                line(texts.word("fact." + fact.key()), cell(fact.kind(), fact.value()));
            }
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
