package io.hindcast.report.pdf;

import io.hindcast.audit.report.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// What makes a document one for archives: PDF/A-3, conformance A (ISO 19005-3). It is tagged, text is Unicode, fonts are embedded, colours
/// are defined, files may be attached.
final class Archive {
    private static final DateTimeFormatter XMP_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private final PDDocument document;
    private final Instant made;

    Archive(PDDocument document, Instant made) {
        this.document = document;
        this.made = made;
    }

    /// @param tool the program, as its producer
    void mark(String title, String author, String subject, String tool, String language) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(language);
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        information(title, author, subject, tool);
        catalog.setMetadata(xmp(title, author, subject, tool));
        colours(catalog);
    }

    private void information(String title, String author, String subject, String tool) {
        var information = new PDDocumentInformation();
        information.setTitle(title);
        if (!author.isBlank()) {
            information.setAuthor(author);
        }
        information.setSubject(subject);
        information.setCreator(tool);
        information.setProducer(tool);
        information.setCreationDate(calendar());
        information.setModificationDate(calendar());
        document.setDocumentInformation(information);
    }

    private Calendar calendar() {
        var calendar = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
        calendar.set(Calendar.MILLISECOND, 0);
        return calendar;
    }

    private PDMetadata xmp(String title, String author, String subject, String tool) throws IOException {
        String creator = author.isBlank()
                ? ""
                : "<dc:creator><rdf:Seq><rdf:li>" + xml(author) + "</rdf:li></rdf:Seq></dc:creator>";
        String time = XMP_TIME.format(made);
        String packet = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                %s
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
                <xmp:CreatorTool>%s</xmp:CreatorTool>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <pdf:Producer>%s</pdf:Producer>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """
                .formatted(xml(title), xml(subject), creator, time, time, xml(tool), xml(tool));
        return new PDMetadata(document, new ByteArrayInputStream(packet.getBytes(StandardCharsets.UTF_8)));
    }

    /// Text for XML; what XML has no place for is left out.
    private static String xml(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                default -> {
                    if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    private void colours(PDDocumentCatalog catalog) throws IOException {
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(SrgbProfile.bytes()));
        intent.setInfo("sRGB");
        intent.setOutputCondition("sRGB");
        intent.setOutputConditionIdentifier("sRGB");
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
    }

    /// Attaches the evidence; whoever opens the document can take it out again.
    void attach(List<Attachment> files) throws IOException {
        Map<String, PDComplexFileSpecification> named = new LinkedHashMap<>();
        var associated = new COSArray();
        for (Attachment file : files) {
            PDComplexFileSpecification specification = attached(file);
            named.put(file.name(), specification);
            associated.add(specification.getCOSObject());
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        catalog.getCOSObject().setItem(COSName.AF, associated);
    }

    private PDComplexFileSpecification attached(Attachment file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file.file())) {
            var embedded = new PDEmbeddedFile(document, bytes, COSName.FLATE_DECODE);
            embedded.setSubtype(file.mediaType());
            embedded.setSize(Math.toIntExact(file.bytes()));
            embedded.setCreationDate(calendar());
            embedded.setModDate(calendar());
            var specification = new PDComplexFileSpecification();
            specification.setFile(file.name());
            specification.setFileUnicode(file.name());
            specification.setFileDescription(file.name() + ", SHA-256 " + file.sha256());
            specification.setEmbeddedFile(embedded);
            specification.setEmbeddedFileUnicode(embedded);
            specification.getCOSObject().setName("AFRelationship", "Data");
            return specification;
        }
    }
}
