package io.hindcast.audit.publish;

import io.hindcast.audit.report.ReportFormats;

/// What the doors need to make reports.
public record ReportDesk(ReportFormats formats, ReportRun run) {}
