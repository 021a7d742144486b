package io.hindcast.report.pdf;

import io.hindcast.audit.report.Attachment;
import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.CoverFacts;
import io.hindcast.audit.report.Fact;
import io.hindcast.audit.report.Rendering;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.audit.report.Section;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Prints a report: cover, contents, chapters; then, when the number of pages is known, contents and feet of the pages.
final class ReportPrinter {
    private static final int CONTENTS_PAGE = 2;
    private static final float NAMES = 165;

    /// A name and its value are parted only where they are longer than this.
    private static final int KEPT_LINES = 8;

    private static final float LEAST_SHARE = 0.8f;

    /// Beyond so many letters a line that is shown as it is begins no further to the right.
    private static final int MOST_INDENTED = 40;

    private final Report report;
    private final Rendering rendering;
    private final ReportTexts texts;
    private final PDDocument document;
    private final Paper paper;
    private final List<Chapter> chapters = new ArrayList<>();

    /// A chapter with the page on which it begins.
    record Chapter(int number, String title, int page, float top) {}

    ReportPrinter(Report report, Rendering rendering, PDDocument document) throws IOException {
        this.report = report;
        this.rendering = rendering;
        this.texts = rendering.texts();
        this.document = document;
        this.paper = new Paper(document, new Fonts(document));
    }

    void print() throws IOException {
        var archive = new Archive(document, rendering.startedAt());
        String title = texts.word("title." + report.template());
        cover(title);
        paper.newPage(); // the contents go here in the end
        var contents = paper.tags().begin(Tags.CONTENTS);
        paper.tags().end();
        paper.newPage();
        for (Section section : report.sections()) {
            chapter(section);
        }
        if (paper.fonts().hasSpelledOut()) {
            paper.need(40);
            paper.skip(8);
            paper.paragraph(Style.QUIET, Paper.LEFT, Paper.RIGHT, texts.word("say.glyphs"));
        }
        new Furniture(report, rendering, paper, document).put(CONTENTS_PAGE, contents, chapters);
        paper.close();
        archive.attach(rendering.attachments());
        archive.mark(
                title + (report.subject().isBlank() ? "" : " \u2013 " + report.subject()),
                rendering.cover().preparer(),
                rendering.cover().entity() + " " + rendering.cover().period(),
                rendering.tool(),
                texts.locale().getLanguage());
    }

    private void cover(String title) throws IOException {
        Cover cover = rendering.cover();
        paper.moveTo(Paper.TOP - 60);
        paper.paragraph(Style.SUBJECT, Paper.LEFT, Paper.RIGHT, cover.entity());
        paper.skip(10);
        paper.paragraph(Style.TITLE, Paper.LEFT, Paper.RIGHT, title);
        paper.skip(4);
        if (!report.subject().isBlank()) {
            paper.paragraph(Style.SUBJECT, Paper.LEFT, Paper.RIGHT, report.subject());
        }
        paper.skip(14);
        paper.line(Paper.LEFT, paper.y(), Paper.LEFT + 90, paper.y(), 2.5f, Ink.ACCENT);
        paper.skip(20);
        if (report.isHypothetical()) {
            warning(texts.word("say.hypothetical"));
        }
        facts(report.asOf());
        facts(CoverFacts.of(rendering));
        paper.skip(10);
        heading(texts.word("summary"));
        summary();
        paper.skip(10);
        paper.paragraph(Style.QUIET, Paper.LEFT, Paper.RIGHT, texts.word("say.attached"));
    }

    /// As far as the cover has room; the chapters say it all.
    private void summary() throws IOException {
        for (Block block : report.summary()) {
            if (paper.y() - new Together(paper, texts, rendering).height(List.of(block)) < Paper.BOTTOM + 30) {
                paragraph(Style.QUIET, texts.word("say.summary.further"));
                return;
            }
            block(block);
        }
    }

    private void chapter(Section section) throws IOException {
        paper.need(60 + new Together(paper, texts, rendering).height(section.blocks()));
        paper.skip(paper.y() == Paper.TOP ? 0 : 18);
        var chapter = new Chapter(
                chapters.size() + 1, texts.word("section." + section.key()), paper.pageNumber(), paper.y());
        chapters.add(chapter);
        String numbered = chapter.number() + "  " + chapter.title();
        paper.piece(Tags.CHAPTER, () -> paper.paragraph(Style.CHAPTER, Paper.LEFT, Paper.RIGHT, numbered));
        paper.skip(3);
        paper.line(Paper.LEFT, paper.y(), Paper.RIGHT, paper.y(), 0.6f, Ink.ACCENT);
        paper.skip(8);
        List<Block> blocks = section.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            paper.need(new Together(paper, texts, rendering).height(blocks.subList(i, blocks.size())));
            block(blocks.get(i));
        }
    }

    private void block(Block block) throws IOException {
        switch (block) {
            case Block.Sentence(String key, List<StateValue> values) -> paragraph(Style.BODY, texts.sentence(key, values));
            case Block.Warning(String key, List<StateValue> values) -> warning(texts.sentence(key, values));
            case Block.Quote(String text) -> paragraph(Style.QUIET, texts.said(text));
            case Block.Verbatim(String key, List<String> lines) -> {
                heading(texts.word("facts." + key));
                verbatim(lines);
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
            case Block.Evidence(var evidence) -> new EvidencePrinter(paper, texts, evidence).print();
            case Block.Drawing(var picture) -> new TimelinePrinter(paper, texts, picture).print();
            case Block.Conclusion() -> conclusion();
            case Block.SignOff() -> signOff();
            case Block.Run() -> run();
        }
    }

    private void paragraph(Style style, String text) throws IOException {
        paper.paragraph(style, Paper.LEFT, Paper.RIGHT, text);
        paper.skip(5);
    }

    private void warning(String text) throws IOException {
        List<String> lines = new Wrapping(paper.fonts(), Style.WARNING).lines(text, Paper.WIDTH - 24);
        float height = lines.size() * Style.WARNING.leading() + 10;
        paper.need(height);
        paper.box(Paper.LEFT, paper.y() - height, Paper.WIDTH, height, Ink.BAD_PAGE);
        paper.box(Paper.LEFT, paper.y() - height, 3, height, Ink.BAD);
        float y = paper.y() - 4;
        float top = y;
        paper.piece(Tags.PARAGRAPH, () -> {
            for (int i = 0; i < lines.size(); i++) {
                paper.text(Style.WARNING, Paper.LEFT + 12, top - (i + 1) * Style.WARNING.leading() + 3, lines.get(i));
            }
        });
        paper.skip(height + 7);
    }

    /// Lines as they are; what is too long goes on below, indented like its beginning.
    private void verbatim(List<String> lines) throws IOException {
        Style style = Style.MONO_CELL;
        float letter = paper.fonts().width(style.face(), style.size(), 'x');
        for (String line : lines) {
            String words = line.stripLeading();
            float indent = Math.min(MOST_INDENTED, line.length() - words.length()) * letter;
            paper.paragraph(style, Paper.LEFT + indent, Paper.RIGHT, words);
        }
        paper.skip(6);
    }

    private void heading(String text) throws IOException {
        paper.need(Together.HEADING);
        paper.skip(7);
        paper.piece(Tags.HEADING, () -> paper.paragraph(Style.HEADING, Paper.LEFT, Paper.RIGHT, text));
        paper.skip(3);
    }

    private void facts(List<Fact> facts) throws IOException {
        List<Fact> said = facts.stream().filter(fact -> !texts.value(fact).isEmpty()).toList();
        for (int i = 0; i < said.size(); i++) {
            keepWithNext(said.size() - i);
            Fact fact = said.get(i);
            fact(texts.word("fact." + fact.key()), fact.kind() == Kind.NAME ? Style.MONO : Style.BODY, texts.value(fact));
        }
        paper.skip(4);
    }

    private void named(List<Block.Named.Entry> entries) throws IOException {
        for (int i = 0; i < entries.size(); i++) {
            keepWithNext(entries.size() - i);
            Block.Named.Entry entry = entries.get(i);
            fact(texts.said(entry.name()), entry.isGood() ? Style.BODY : Style.WARNING, texts.said(entry.value()));
        }
        paper.skip(4);
    }

    /// The last facts of a group stand on one page, so that none is alone there.
    private void keepWithNext(int left) throws IOException {
        if (left <= Together.KEPT_FACTS) {
            paper.need(left * Style.BODY.leading() * 1.15f);
        }
    }

    /// The name at the left, the value beside it; both may need several lines.
    private void fact(String name, Style usual, String value) throws IOException {
        Style style = fitting(usual, value);
        Style quiet = Style.BODY.withColour(Ink.QUIET);
        List<String> names = new Wrapping(paper.fonts(), quiet).lines(name, NAMES - 10);
        List<String> values = new Wrapping(paper.fonts(), style).lines(value, Paper.WIDTH - NAMES);
        float leading = Style.BODY.leading();
        int high = Math.max(names.size(), values.size());
        paper.need(Math.min(high, KEPT_LINES) * leading);
        paper.piece(Tags.PARAGRAPH, () -> lines(names, quiet, values, style));
        paper.skip(1.5f);
    }

    /// A little smaller where that keeps a hash or a path on one line.
    private Style fitting(Style style, String value) throws IOException {
        float longest = new Wrapping(paper.fonts(), style).longestWord(value);
        float share = (Paper.WIDTH - NAMES) / longest;
        return share < 1 && share >= LEAST_SHARE ? style.withSize(style.size() * share) : style;
    }

    private void lines(List<String> names, Style quiet, List<String> values, Style style) throws IOException {
        float leading = Style.BODY.leading();
        for (int i = 0; i < Math.max(names.size(), values.size()); i++) {
            paper.need(leading);
            paper.skip(leading);
            if (i < names.size()) {
                paper.text(quiet, Paper.LEFT, paper.y() + 3, names.get(i));
            }
            if (i < values.size()) {
                paper.text(style, Paper.LEFT + NAMES, paper.y() + 3, values.get(i));
            }
        }
    }

    private void table(Table table) throws IOException {
        heading(texts.word("table." + table.key()));
        new TablePrinter(paper, texts, table, rendering.printedRows(), note(table)).print();
        long count = table.rows().count();
        if (count == 0) {
            paragraph(Style.QUIET, texts.word("say.table.empty"));
        } else if (count > rendering.printedRows()) {
            warning(texts.sentence(
                    "table.further", List.of(Num.of(rendering.printedRows()), Num.of(count), new Text(table.key()))));
        } else {
            paragraph(Style.QUIET, texts.sentence("table.count", List.of(Num.of(count))));
        }
        Optional<String> kept = texts.onlyInFiles(table);
        if (count > 0 && kept.isPresent()) {
            paper.skip(-4);
            paragraph(Style.QUIET, kept.get());
        }
    }

    private float note(Table table) {
        float kept = texts.onlyInFiles(table).isPresent() ? Together.NOTE + Together.NOTE : 0;
        return kept + (table.rows().count() > rendering.printedRows() ? Together.WARNING : Together.NOTE);
    }

    private void conclusion() throws IOException {
        String text = rendering.cover().conclusion();
        if (text.isBlank()) {
            paper.frame(
                    Paper.LEFT, paper.y() - Together.CONCLUSION, Paper.WIDTH, Together.CONCLUSION, Ink.LINE);
            paper.skip(Together.CONCLUSION + 10);
        } else {
            paragraph(Style.BODY, text);
        }
    }

    private void signOff() throws IOException {
        paper.skip(44);
        float half = Paper.WIDTH / 2 - 16;
        float y = paper.y();
        Cover cover = rendering.cover();
        signature(Paper.LEFT, y, half, texts.word("fact.preparer"), cover.preparer());
        signature(Paper.LEFT + half + 32, y, half, texts.word("fact.reviewer"), cover.reviewer());
        paper.skip(40);
    }

    private void signature(float x, float y, float width, String role, String name) throws IOException {
        paper.line(x, y, x + width * 0.62f, y, 0.7f, Ink.TEXT);
        paper.line(x + width * 0.68f, y, x + width, y, 0.7f, Ink.TEXT);
        paper.text(Style.QUIET, x, y - 12, role);
        paper.text(Style.STRONG, x, y - 25, name);
        paper.text(Style.QUIET, x + width * 0.68f, y - 12, texts.word("signoff.date"));
    }

    private void run() throws IOException {
        facts(CoverFacts.ofRun(rendering));
        paragraph(Style.BODY, texts.word("say.reperform"));
        heading(texts.word("facts.files"));
        List<Attachment> files = rendering.attachments();
        for (int i = 0; i < files.size(); i++) {
            keepWithNext(files.size() - i);
            Attachment file = files.get(i);
            fact(file.name(), Style.MONO.withSize(6.8f), file.sha256());
        }
        paper.skip(4);
        paragraph(Style.BODY, texts.word("say.attached") + " " + texts.word("say.attachedManifest"));
    }
}
