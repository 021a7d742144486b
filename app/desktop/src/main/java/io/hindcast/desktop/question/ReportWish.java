package io.hindcast.desktop.question;

import io.hindcast.audit.template.Template;
import java.time.LocalDate;
import java.util.Optional;

/// A report that a pane asks for: its own question, as the person wrote it there.
///
/// @param category "" for the one with the most events
/// @param at the moment, or the end of the period
/// @param from the beginning of the period, "" for the beginning of the stream
/// @param effective a date for the second clock, "" for none
/// @param columns fields of the states, with commas; "" for those that the states have
public record ReportWish(
        Template template,
        String category,
        String stream,
        String at,
        String from,
        String effective,
        String field,
        String columns) {
    private static final ReportWish NOTHING = new ReportWish(Template.STREAM, "", "", "head", "", "", "/balance", "");

    /// Of a stream as a whole.
    public static ReportWish ofStream(String stream) {
        return NOTHING.on(Template.STREAM, "", stream);
    }

    /// Of what happened in a stream between two moments.
    public static ReportWish ofStream(String stream, String from, String at) {
        return ofStream(stream).between(from, at);
    }

    /// Of all aggregates of a category at a moment.
    public static ReportWish ofStates(String category, String at, String columns) {
        return new ReportWish(Template.STATES, category, "", at, "", "", NOTHING.field, columns);
    }

    /// Of the movements of a field.
    public static ReportWish ofRollForward(String category, String field, String from, String at) {
        return new ReportWish(Template.ROLLFORWARD, category, "", at, from, "", field, "");
    }

    /// Of all snapshots of the store.
    public static ReportWish ofSnapshots() {
        return NOTHING.on(Template.VERIFY, "", "");
    }

    /// Of the integrity of the store.
    public static ReportWish ofIntegrity() {
        return NOTHING.on(Template.INTEGRITY, "", "");
    }

    /// With the day on the other clock, where there is one.
    public ReportWish effective(Optional<LocalDate> day) {
        return new ReportWish(
                template, category, stream, at, from, day.map(LocalDate::toString).orElse(""), field, columns);
    }

    /// The same where another stream is looked at, for whoever chooses another template.
    public ReportWish lookingAt(String focused) {
        return stream.isEmpty() ? on(template, category, focused) : this;
    }

    private ReportWish on(Template other, String ofCategory, String ofStream) {
        return new ReportWish(other, ofCategory, ofStream, at, from, effective, field, columns);
    }

    private ReportWish between(String begin, String end) {
        return new ReportWish(template, category, stream, end, begin, effective, field, columns);
    }
}
