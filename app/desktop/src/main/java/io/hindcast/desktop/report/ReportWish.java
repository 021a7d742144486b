package io.hindcast.desktop.report;

import io.hindcast.audit.template.Template;

/// What the dialog begins with: the question of the view that it was called from.
///
/// @param category "" for the one with the most events
public record ReportWish(Template template, String category, String stream, String at, String from, String field) {
    /// Of the stream in focus.
    public static ReportWish ofStream(String stream) {
        return new ReportWish(Template.STREAM, "", stream, "head", "", "/balance");
    }

    public static ReportWish of(Template template, String stream) {
        return new ReportWish(template, "", stream, "head", "", "/balance");
    }
}
