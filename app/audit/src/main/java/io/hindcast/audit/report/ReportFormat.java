package io.hindcast.audit.report;

import java.io.IOException;

/// A format that reports are written in. Found by [java.util.ServiceLoader] where it needs a library; stateless.
public interface ReportFormat {
    /// `pdf`, `xlsx`, `csv`.
    String id();

    /// Whether the same data give the same bytes, whoever runs it and when: such files are what a second run is compared
    /// with, and what other formats carry.
    default boolean isEvidence() {
        return false;
    }

    /// Writes the report into as many files as the format needs.
    ///
    /// @throws IOException when there is no room; the caller puts the pieces away
    void write(Report report, Rendering rendering, Outputs outputs) throws IOException;
}
