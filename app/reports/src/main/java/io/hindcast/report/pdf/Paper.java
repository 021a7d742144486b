package io.hindcast.report.pdf;

import io.hindcast.report.pdf.Fonts.Face;
import io.hindcast.report.pdf.Fonts.Run;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// The pages of a document, filled from top to bottom. Lengths are points; `y` is where the next thing begins, from the
/// bottom of the page.
final class Paper {
    static final float LEFT = 54;
    static final float RIGHT = PDRectangle.A4.getWidth() - 54;
    static final float WIDTH = RIGHT - LEFT;
    static final float TOP = PDRectangle.A4.getHeight() - 72;
    static final float BOTTOM = 66;

    private final PDDocument document;
    private final Fonts fonts;
    private final List<PDPage> pages = new ArrayList<>();
    private final Tags tags = new Tags();
    private PDPageContentStream content;
    private int number;
    private boolean isFurniture;
    private boolean isInFigure;
    private float y;

    /// Something that is put on pages.
    @FunctionalInterface
    interface Drawing {
        void draw() throws IOException;
    }

    Paper(PDDocument document, Fonts fonts) throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.content = begin();
    }

    Tags tags() {
        return tags;
    }

    /// Draws a piece of the document: all text of it belongs together.
    void piece(String type, Drawing drawing) throws IOException {
        if (isFurniture) {
            drawing.draw();
            return;
        }
        tags.begin(type);
        drawing.draw();
        tags.end();
    }

    /// Draws what is no part of the text: heads, feet, titles that are repeated.
    void furniture(Drawing drawing) throws IOException {
        boolean before = isFurniture;
        isFurniture = true;
        drawing.draw();
        isFurniture = before;
    }

    /// Draws a picture on one page, as a whole.
    void figure(String says, Drawing drawing) throws IOException {
        tags.begin(Tags.FIGURE).setAlternateDescription(says);
        content.beginMarkedContent(tags.type(), tags.mark(pages.get(number - 1), number));
        isInFigure = true;
        drawing.draw();
        isInFigure = false;
        content.endMarkedContent();
        tags.end();
    }

    /// Lines, boxes and furniture are marked as no part of the text.
    private void mark(boolean isText, Drawing drawing) throws IOException {
        if (isInFigure) {
            drawing.draw();
            return;
        }
        if (isText && !isFurniture) {
            if (tags.isOutside()) {
                piece(Tags.PARAGRAPH, () -> mark(true, drawing));
                return;
            }
            content.beginMarkedContent(tags.type(), tags.mark(pages.get(number - 1), number));
        } else {
            content.beginMarkedContent(COSName.ARTIFACT);
        }
        drawing.draw();
        content.endMarkedContent();
    }

    Fonts fonts() {
        return fonts;
    }

    float y() {
        return y;
    }

    void moveTo(float place) {
        y = place;
    }

    void skip(float height) {
        y -= height;
    }

    /// The number of the page being filled, 1-based.
    int pageNumber() {
        return pages.size();
    }

    List<PDPage> pages() {
        return pages;
    }

    void newPage() throws IOException {
        content.close();
        content = begin();
    }

    private PDPageContentStream begin() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        tags.page(page);
        number = pages.size();
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    /// Goes to a new page where there is not so much room.
    ///
    /// @return whether it did
    boolean need(float height) throws IOException {
        if (y - height >= BOTTOM) {
            return false;
        }
        newPage();
        return true;
    }

    /// Goes back to an earlier page, to put something on it.
    void reopen(int place) throws IOException {
        content.close();
        number = place;
        PDPage page = pages.get(place - 1);
        content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
    }

    void close() throws IOException {
        content.close();
        tags.put(document);
    }

    /// One line of text with its baseline at a place.
    void text(Style style, float x, float baseline, String text) throws IOException {
        List<Run> runs = fonts.runs(style.face(), style.size(), text);
        if (!runs.isEmpty()) {
            mark(true, () -> text(style, x, baseline, runs));
        }
    }

    private void text(Style style, float x, float baseline, List<Run> runs) throws IOException {
        content.beginText();
        content.setNonStrokingColor(style.colour());
        content.newLineAtOffset(x, baseline);
        for (Run run : runs) {
            content.setFont(run.font(), style.size());
            content.showText(run.text());
        }
        content.endText();
    }

    void textToRight(Style style, float right, float baseline, String text) throws IOException {
        text(style, right - fonts.width(style.face(), style.size(), text), baseline, text);
    }

    void textInMiddle(Style style, float middle, float baseline, String text) throws IOException {
        text(style, middle - fonts.width(style.face(), style.size(), text) / 2, baseline, text);
    }

    /// Wrapped text from the current place downwards, over pages where it must.
    void paragraph(Style style, float left, float right, String text) throws IOException {
        if (tags.isOutside() && !isFurniture) {
            piece(Tags.PARAGRAPH, () -> paragraph(style, left, right, text));
            return;
        }
        List<String> lines = new Wrapping(fonts, style).lines(text, right - left);
        for (int i = 0; i < lines.size(); i++) {
            need(together(i, lines.size()) * style.leading());
            skip(style.leading());
            text(style, left, y + style.leading() * 0.25f, lines.get(i));
        }
    }

    /// How many lines stay on one page from here on: the first two, the last two, and all of a paragraph of up to three.
    private static int together(int line, int lines) {
        if (line == 0) {
            return lines <= 3 ? lines : 2;
        }
        return line == lines - 2 ? 2 : 1;
    }

    void line(float x1, float y1, float x2, float y2, float width, Color colour) throws IOException {
        mark(false, () -> {
            content.setStrokingColor(colour);
            content.setLineWidth(width);
            content.moveTo(x1, y1);
            content.lineTo(x2, y2);
            content.stroke();
        });
    }

    void box(float x, float bottom, float width, float height, Color colour) throws IOException {
        mark(false, () -> {
            content.setNonStrokingColor(colour);
            content.addRect(x, bottom, width, height);
            content.fill();
        });
    }

    void frame(float x, float bottom, float width, float height, Color colour) throws IOException {
        mark(false, () -> {
            content.setStrokingColor(colour);
            content.setLineWidth(0.6f);
            content.addRect(x, bottom, width, height);
            content.stroke();
        });
    }

    /// A filled circle out of four curves.
    void disc(float x, float middle, float radius, Color colour) throws IOException {
        mark(false, () -> circle(x, middle, radius, colour));
    }

    private void circle(float x, float middle, float radius, Color colour) throws IOException {
        float arm = radius * 0.5523f;
        content.setNonStrokingColor(colour);
        content.moveTo(x - radius, middle);
        content.curveTo(x - radius, middle + arm, x - arm, middle + radius, x, middle + radius);
        content.curveTo(x + arm, middle + radius, x + radius, middle + arm, x + radius, middle);
        content.curveTo(x + radius, middle - arm, x + arm, middle - radius, x, middle - radius);
        content.curveTo(x - arm, middle - radius, x - radius, middle - arm, x - radius, middle);
        content.fill();
    }
}
