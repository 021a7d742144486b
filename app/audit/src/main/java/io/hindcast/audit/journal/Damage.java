package io.hindcast.audit.journal;

/// Something about a journal that is not as it was written. Lines are counted from 1 on.
///
/// @param from the first line concerned
/// @param to the last
public record Damage(Kind kind, long from, long to) {
    public enum Kind {
        /// The line is there and says something else than when it was written.
        ALTERED,
        /// Lines were taken out.
        MISSING,
        /// A line stands where another one belongs: it was moved, or copied.
        MISPLACED,
        /// What stands there is no line of a journal.
        UNREADABLE,
        /// The last line is half written: its program was killed, or is just writing. The next entry keeps it.
        UNFINISHED
    }

    static Damage of(Kind kind, long line) {
        return new Damage(kind, line, line);
    }

    /// For a person, in English.
    public String sentence() {
        return switch (kind) {
            case ALTERED -> "Line %d was altered.".formatted(from);
            case MISSING -> from == to ? "Line %d is missing.".formatted(from) : "Lines %d to %d are missing.".formatted(from, to);
            case MISPLACED -> "Line %d stands where another line belongs.".formatted(from);
            case UNREADABLE -> "Line %d cannot be read.".formatted(from);
            case UNFINISHED -> "Line %d is not finished; the next entry keeps what is there of it.".formatted(from);
        };
    }
}
