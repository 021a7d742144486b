package io.hindcast.report.pdf;

import io.hindcast.audit.report.Rendering;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.report.pdf.ReportPrinter.Chapter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/// What pages have beside their text, put on when their number is known: contents, heads, feet, outline.
final class Furniture {
    private static final String BETWEEN = " \u00b7 ";

    private final Report report;
    private final Rendering rendering;
    private final ReportTexts texts;
    private final Paper paper;
    private final PDDocument document;

    Furniture(Report report, Rendering rendering, Paper paper, PDDocument document) {
        this.report = report;
        this.rendering = rendering;
        this.texts = rendering.texts();
        this.paper = paper;
        this.document = document;
    }

    void put(int contentsPage, PDStructureElement place, List<Chapter> chapters) throws IOException {
        int pages = paper.pages().size();
        for (int number = 1; number <= pages; number++) {
            paper.reopen(number);
            if (number == contentsPage) {
                paper.tags().resume(place);
                contents(chapters);
                paper.tags().end();
            }
            int here = number;
            paper.furniture(() -> {
                if (here > 1) {
                    head();
                }
                foot(here, pages);
            });
        }
        outline(chapters);
    }

    private void contents(List<Chapter> chapters) throws IOException {
        paper.moveTo(Paper.TOP);
        paper.piece(
                Tags.PARAGRAPH, () -> paper.paragraph(Style.CHAPTER, Paper.LEFT, Paper.RIGHT, texts.word("contents")));
        paper.skip(14);
        for (Chapter chapter : chapters) {
            paper.skip(22);
            paper.piece("TOCI", () -> entry(chapter));
            paper.line(Paper.LEFT, paper.y() - 5, Paper.RIGHT, paper.y() - 5, 0.3f, Ink.LINE);
            link(chapter);
        }
    }

    private void entry(Chapter chapter) throws IOException {
        Style style = Style.BODY.withSize(10.5f);
        paper.textToRight(style, Paper.LEFT + 14, paper.y(), Integer.toString(chapter.number()));
        paper.text(style, Paper.LEFT + 24, paper.y(), chapter.title());
        paper.textToRight(style, Paper.RIGHT, paper.y(), Integer.toString(chapter.page()));
    }

    private void link(Chapter chapter) throws IOException {
        var link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(Paper.LEFT, paper.y() - 4, Paper.WIDTH, 16));
        var action = new PDActionGoTo();
        action.setDestination(destination(chapter));
        link.setAction(action);
        link.setPrinted(true);
        var border = new PDBorderStyleDictionary();
        border.setWidth(0);
        link.setBorderStyle(border);
        document.getPage(1).getAnnotations().add(link);
    }

    private PDPageXYZDestination destination(Chapter chapter) {
        PDPage page = paper.pages().get(chapter.page() - 1);
        var destination = new PDPageXYZDestination();
        destination.setPage(page);
        destination.setTop((int) chapter.top() + 20);
        return destination;
    }

    private void head() throws IOException {
        float y = PDRectangle.A4.getHeight() - 44;
        String left = texts.word("title." + report.template())
                + (report.subject().isBlank() ? "" : " \u2013 " + report.subject())
                + report.asOf().stream().map(fact -> ", " + texts.asOf(fact)).collect(Collectors.joining());
        String status = texts.word("word." + rendering.cover().status().name().toLowerCase(Locale.ROOT));
        String behind = Stream.of(rendering.cover().reportId(), status)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(BETWEEN));
        String entity = rendering.cover().entity();
        float room = Paper.WIDTH * 0.52f - width(BETWEEN + behind);
        String right = entity.isBlank() ? behind : shortened(entity, room) + BETWEEN + behind;
        paper.textToRight(Style.SMALL, Paper.RIGHT, y, right);
        paper.text(Style.SMALL, Paper.LEFT, y, shortened(left, Paper.WIDTH - width(right) - 16));
        paper.line(Paper.LEFT, y - 5, Paper.RIGHT, y - 5, 0.4f, Ink.LINE);
        if (report.isHypothetical()) {
            String mark = texts.word("say.hypothetical");
            paper.textInMiddle(
                    Style.WARNING.withSize(7.5f), (Paper.LEFT + Paper.RIGHT) / 2, y + 11, mark);
        }
    }

    private String shortened(String text, float room) throws IOException {
        String legible = paper.fonts().legible(Style.SMALL.face(), text);
        if (width(legible) <= room) {
            return text;
        }
        int[] all = legible.codePoints().toArray();
        int kept = all.length;
        while (kept > 1 && width(new String(all, 0, kept) + "\u2026") > room) {
            kept--;
        }
        return new String(all, 0, kept).strip() + "\u2026";
    }

    private float width(String text) throws IOException {
        return paper.fonts().width(Style.SMALL.face(), Style.SMALL.size(), text);
    }

    private void foot(int number, int pages) throws IOException {
        float y = 40;
        paper.line(Paper.LEFT, y + 12, Paper.RIGHT, y + 12, 0.4f, Ink.LINE);
        paper.text(Style.TINY_MONO, Paper.LEFT, y, "SHA-256 " + rendering.contentSha256());
        String page = texts.word("page")
                .replace("{0}", Integer.toString(number))
                .replace("{1}", Integer.toString(pages));
        paper.textToRight(Style.SMALL, Paper.RIGHT, y, page);
    }

    private void outline(List<Chapter> chapters) {
        var outline = new PDDocumentOutline();
        for (Chapter chapter : chapters) {
            var item = new PDOutlineItem();
            item.setTitle(chapter.number() + "  " + chapter.title());
            item.setDestination(destination(chapter));
            outline.addLast(item);
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
    }
}
