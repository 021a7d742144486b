package io.hindcast.audit.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A journal could not be read or written; the message is a sentence for people, in English.
public final class JournalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final What what;
    private final transient Path file;

    public enum Kind {
        /// It cannot be read, or is no journal.
        UNREADABLE,
        /// It cannot be written: the entry is not there.
        UNWRITABLE
    }

    /// What it is, for those who say it in another language.
    public enum What {
        UNREADABLE("The journal %s cannot be read."),
        UNWRITABLE("The journal %s cannot be written."),
        NO_JOURNAL("%s is no journal of Hindcast."),
        INSIDE_STORE("A journal never lies in the store; name another place than %s.");

        private final String sentence;

        What(String sentence) {
            this.sentence = sentence;
        }
    }

    JournalFailure(Kind kind, What what, Path file) {
        this(kind, what, file, null);
    }

    JournalFailure(Kind kind, What what, Path file, @Nullable Throwable cause) {
        super(what.sentence.formatted(file), cause);
        this.kind = kind;
        this.what = what;
        this.file = file;
    }

    public Kind kind() {
        return kind;
    }

    public What what() {
        return what;
    }

    /// The journal, or what somebody took for one.
    public Path file() {
        return file;
    }
}
