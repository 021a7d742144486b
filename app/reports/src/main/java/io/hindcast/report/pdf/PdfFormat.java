package io.hindcast.report.pdf;

import io.hindcast.audit.report.Outputs;
import io.hindcast.audit.report.Rendering;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.ReportFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;

/// A document for archives with the evidence inside: PDF/A-3a, tagged. Pages are kept in a temporary file while it is made.
public final class PdfFormat implements ReportFormat {
    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public void write(Report report, Rendering rendering, Outputs outputs) throws IOException {
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                var out = new BufferedOutputStream(
                        outputs.create(rendering.base() + ".pdf", "application/pdf"))) {
            // else the identity of the document would be taken from the clock
            document.setDocumentId(rendering.startedAt().toEpochMilli());
            new ReportPrinter(report, rendering, document).print();
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
        }
    }
}
