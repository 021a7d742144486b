package io.hindcast.engine.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A workbook as an XML parser sees it.
///
/// @param parts every part, parsed, in the order of the package
record Unzipped(Map<String, Document> parts) {
    /// @param style the number of its format
    record Cell(String place, String type, String style, String text) {}

    static Unzipped of(ByteArrayOutputStream workbook) {
        var parts = new LinkedHashMap<String, Document>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), parsed(zip.readAllBytes()));
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
        return new Unzipped(parts);
    }

    private static Document parsed(byte[] xml) throws IOException, SAXException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    List<String> sheets() {
        return elements(part("xl/workbook.xml"), "sheet").stream().map(one -> one.getAttribute("name")).toList();
    }

    /// The cells of a sheet, row by row.
    List<List<Cell>> rows(int sheet) {
        return elements(part("xl/worksheets/sheet" + sheet + ".xml"), "row").stream()
                .map(row -> elements(row, "c").stream().map(Unzipped::cell).toList())
                .toList();
    }

    /// A cell by its name.
    Cell cell(String place) {
        return rows(1).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.place().equals(place))
                .findFirst()
                .orElse(new Cell(place, "", "", ""));
    }

    private static Cell cell(Element cell) {
        return new Cell(cell.getAttribute("r"), cell.getAttribute("t"), cell.getAttribute("s"), cell.getTextContent());
    }

    Element part(String name) {
        return Objects.requireNonNull(parts.get(name), name).getDocumentElement();
    }

    static List<Element> elements(Element parent, String name) {
        var nodes = parent.getElementsByTagNameNS("*", name);
        var found = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
