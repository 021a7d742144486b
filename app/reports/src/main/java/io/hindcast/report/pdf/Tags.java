package io.hindcast.report.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/// What the text of the pages is: headings, paragraphs, tables with their rows and cells, in the order of reading. Screen
/// readers and those who take tables out of a document go by it.
final class Tags {
    static final String CHAPTER = "H1";
    static final String HEADING = "H2";
    static final String PARAGRAPH = "P";
    static final String CONTENTS = "TOC";
    static final String TABLE = "Table";
    static final String ROW = "TR";
    static final String TITLE = "TH";
    static final String CELL = "TD";
    static final String FIGURE = "Figure";

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();

    /// For each page, whose text each of its marks is.
    private final List<COSArray> pages = new ArrayList<>();

    Tags() {
        var whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
        open.push(whole);
    }

    void page(PDPage page) {
        page.setStructParents(pages.size());
        pages.add(new COSArray());
    }

    /// Begins a piece inside of the one that is open.
    PDStructureElement begin(String type) {
        var element = new PDStructureElement(type, current());
        current().appendKid(element);
        open.push(element);
        return element;
    }

    /// Goes on with a piece that was begun earlier.
    void resume(PDStructureElement element) {
        open.push(element);
    }

    void end() {
        open.pop();
    }

    /// Whether nothing but the document is open: text would belong to nothing.
    boolean isOutside() {
        return open.size() == 1;
    }

    COSName type() {
        return COSName.getPDFName(current().getStructureType());
    }

    /// A mark on a page for text of the piece that is open.
    ///
    /// @param number of the page, 1-based
    int mark(PDPage page, int number) {
        COSArray marks = pages.get(number - 1);
        int mark = marks.size();
        marks.add(current().getCOSObject());
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(mark);
        current().appendKid(reference);
        return mark;
    }

    void put(PDDocument document) {
        var numbers = new COSArray();
        for (int i = 0; i < pages.size(); i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(pages.get(i));
        }
        var parents = new COSDictionary();
        parents.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, parents);
        root.setParentTreeNextKey(pages.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
        var info = new PDMarkInfo();
        info.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(info);
    }

    private PDStructureElement current() {
        return open.getFirst();
    }
}
