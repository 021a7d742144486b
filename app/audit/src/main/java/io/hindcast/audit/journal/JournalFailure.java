package io.hindcast.audit.journal;

/// A journal could not be read or written; the message is a sentence for people.
public final class JournalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public enum Kind {
        /// It cannot be read, or is no journal.
        UNREADABLE,
        /// It cannot be written: the entry is not there.
        UNWRITABLE
    }

    JournalFailure(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    JournalFailure(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
