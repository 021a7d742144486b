package io.hindcast.audit.publish;

import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.ReportFormat;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// How a report is to appear.
///
/// @param folder where its files go
/// @param base name of its files without their endings
/// @param formats what is to be written, beside the manifest
/// @param evidence the formats that a second run is compared with; what is not among `formats` travels inside of others
/// @param zone in which people see times
/// @param printedRows how many rows of a table pages show
/// @param byteOrderMark whether CSV begins with one
public record Edition(
        Path folder,
        String base,
        List<ReportFormat> formats,
        List<ReportFormat> evidence,
        Cover cover,
        ZoneId zone,
        long printedRows,
        boolean byteOrderMark) {
    /// Some 50 pages a table: beyond that nobody reads, and everybody has the files.
    public static final long PRINTED_ROWS = 2_000;

    public Edition {
        formats = List.copyOf(formats);
        evidence = List.copyOf(evidence);
    }

    boolean writes(ReportFormat format) {
        return formats.stream().anyMatch(one -> one.id().equals(format.id()));
    }
}
