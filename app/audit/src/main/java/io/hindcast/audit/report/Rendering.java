package io.hindcast.audit.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What a format needs beside the report.
///
/// @param base name of the files without their endings
/// @param zone in which people see times
/// @param startedAt when the run began
/// @param contentSha256 hash of what the manifest says about the content; "" while evidence is written
/// @param attachments evidence and manifest; empty while evidence is written
/// @param printedRows how many rows of a table pages show; files for machines have all
/// @param byteOrderMark whether CSV begins with one, which some spreadsheets want
public record Rendering(
        String base,
        Cover cover,
        ReportTexts texts,
        ZoneId zone,
        Instant startedAt,
        String tool,
        String contentSha256,
        List<Attachment> attachments,
        long printedRows,
        boolean byteOrderMark) {
    public Rendering {
        attachments = List.copyOf(attachments);
    }

    /// The attachments without the manifest, which is written anew when all files are there.
    public List<Attachment> evidence() {
        return attachments.stream().filter(file -> !file.name().equals(base + ".manifest.json")).toList();
    }

    /// The same, with what is known once the evidence is written.
    public Rendering with(String sha256, List<Attachment> files) {
        return new Rendering(
                base, cover, texts, zone, startedAt, tool, sha256, files, printedRows, byteOrderMark);
    }
}
