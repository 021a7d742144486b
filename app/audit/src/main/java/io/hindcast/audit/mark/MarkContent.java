package io.hindcast.audit.mark;

import java.util.Locale;
import java.util.Optional;

/// What a mark says.
public sealed interface MarkContent {
    /// In the words of whoever made it; may be "" where a symbol says enough.
    String text();

    MarkKind kind();

    record Bookmark(String text) implements MarkContent {
        @Override
        public MarkKind kind() {
            return MarkKind.BOOKMARK;
        }
    }

    record Note(String text) implements MarkContent {
        @Override
        public MarkKind kind() {
            return MarkKind.NOTE;
        }
    }

    /// @param tick name of an entry of the [Legend]: `recalculated`
    record Tick(String tick, String text) implements MarkContent {
        @Override
        public MarkKind kind() {
            return MarkKind.TICK;
        }
    }

    /// Five attributes and what became of it; "" where nothing is said yet.
    ///
    /// @param text what it is called
    /// @param condition what is
    /// @param criteria what should be
    /// @param cause why it is not
    /// @param effect what follows from that
    /// @param response what those concerned say
    record Finding(
            String text,
            String condition,
            String criteria,
            String cause,
            String effect,
            Optional<Money> amount,
            String response,
            Severity severity,
            Status status)
            implements MarkContent {
        /// One of which only the name is known.
        public static Finding named(String text) {
            return new Finding(text, "", "", "", "", Optional.empty(), "", Severity.MEDIUM, Status.OPEN);
        }

        @Override
        public MarkKind kind() {
            return MarkKind.FINDING;
        }
    }

    enum Severity {
        LOW,
        MEDIUM,
        HIGH;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Status {
        OPEN,
        /// Those concerned have said something.
        ANSWERED,
        /// Done with; it stays where it is.
        CLEARED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
