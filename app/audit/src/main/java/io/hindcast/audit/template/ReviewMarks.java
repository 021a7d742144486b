package io.hindcast.audit.template;

import io.hindcast.audit.journal.JournalReading;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkSet;
import io.hindcast.audit.mark.Marks;
import io.hindcast.audit.mark.MarksFile;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.util.function.Predicate;

/// The marks that a report takes up, and the journal that they come from.
///
/// @param lines of the journal
/// @param head hash of its last line
/// @param isSound whether every line is as it was written
public record ReviewMarks(MarkSet marks, long lines, String head, boolean isSound) {
    /// Of a report that takes up none: it says nothing about marks at all.
    public static final ReviewMarks NONE = new ReviewMarks(MarkSet.EMPTY, 0, JournalReading.EMPTY.head().toString(), true);

    /// As they stand now.
    public static ReviewMarks of(Marks marks) {
        JournalReading reading = marks.reading();
        return new ReviewMarks(marks.now(), reading.hashes().size(), reading.head().toString(), reading.isSound());
    }

    public boolean isNone() {
        return lines == 0 && marks.everything().isEmpty();
    }

    ReviewMarks only(Predicate<Mark> wanted) {
        return new ReviewMarks(marks.only(wanted), lines, head, isSound);
    }

    /// For a manifest; [#read] reads it back.
    public Fields toFields() {
        Fields taken = MarksFile.of(marks, _ -> true);
        return Fields.of(
                        "journal",
                        Fields.of("lines", Num.of(lines)).with("head", new Text(head)).with("sound", Bool.of(isSound)))
                .with("sha256", new Text(MarksFile.digest(taken).toString()))
                .with("taken", taken);
    }

    /// @param fields [Fields#EMPTY] for a report without marks
    /// @throws io.hindcast.audit.mark.MarkFailure with a sentence when they cannot be read
    public static ReviewMarks read(Fields fields) {
        if (!(fields.field("taken") instanceof Fields taken) || !(fields.field("journal") instanceof Fields journal)) {
            return NONE;
        }
        return new ReviewMarks(
                MarksFile.read(taken),
                journal.field("lines") instanceof Num lines ? lines.value().longValueExact() : 0,
                journal.field("head") instanceof Text(String head) ? head : "",
                journal.field("sound").equals(Bool.TRUE));
    }
}
