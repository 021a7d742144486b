package io.hindcast.engine.sheet;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A part of a workbook beside its sheets; together they say what there is, and how it hangs together.
///
/// @param name the place in the package
record Part(String name, String text) {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// @param sheets their names, in order
    static List<Part> of(List<String> sheets) {
        return List.of(
                new Part("xl/workbook.xml", workbook(sheets)),
                new Part("xl/styles.xml", Styles.part()),
                new Part("xl/_rels/workbook.xml.rels", relations(sheets.size())),
                new Part("_rels/.rels", XML + relationships(relation(1, "officeDocument", "xl/workbook.xml"))),
                new Part("[Content_Types].xml", types(sheets.size())));
    }

    /// Where a sheet lies.
    ///
    /// @param number 1-based
    static String sheet(int number) {
        return "xl/worksheets/sheet" + number + ".xml";
    }

    private static String workbook(List<String> sheets) {
        return XML + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + OFFICE + "\"><sheets>"
                + each(sheets.size(), i -> "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                        .formatted(XmlText.escaped(sheets.get(i - 1)), i, i))
                + "</sheets></workbook>";
    }

    private static String relations(int sheets) {
        return XML + relationships(
                each(sheets, i -> relation(i, "worksheet", sheet(i).substring("xl/".length()))) + relation(sheets + 1, "styles", "styles.xml"));
    }

    private static String relationships(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, kind, target);
    }

    private static String types(int sheets) {
        return XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", "sheet.main+xml")
                + override("/xl/styles.xml", "styles+xml")
                + each(sheets, i -> override("/" + sheet(i), "worksheet+xml"))
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s\"/>".formatted(part, TYPE, type);
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.rangeClosed(1, count).mapToObj(text).collect(Collectors.joining());
    }
}
