package io.hindcast.audit.report;

import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.Set;

/// One column of a table.
///
/// @param key its name in CSV and JSON, in every language: `recordedAt`, `/balance`
/// @param printed whether pages show it; files for machines have every column
public record Column(String key, Kind kind, boolean printed) {
    private static final Set<String> BAD = Set.of("drifts", "missing");

    /// What the cells of a column are; decides how they are aligned and spelt for people.
    public enum Kind {
        TEXT,
        /// A sentence of the program about the store, in English; pages have it in their own language where that is known.
        SAID,
        /// An id, a path, a hash: in a font where 0 and O differ.
        NAME,
        /// A number that is added up: right-aligned, its thousands grouped.
        AMOUNT,
        /// How many.
        COUNT,
        /// A number that names: a version, a position. Never grouped.
        ORDINAL,
        /// An ISO-8601 instant.
        TIME,
        /// A length of time as ISO-8601: `PT10S`.
        SPAN,
        TRUTH,
        /// A whole value as JSON.
        VALUE,
        /// A word of ours, translated for people under `word.` and itself: `drifts`.
        WORD,
        /// The identifier of a check, shown as its title.
        CHECK,
        /// A sentence by its key, `{"key","values"}`, shown in the language of the report.
        STATEMENT;

        /// Whether a word says that something is not as it should be: pages make it stand out.
        public boolean isBad(StateValue value) {
            return this == WORD && value instanceof Text(String word) && BAD.contains(word);
        }

        /// Whether pages put numbers of this kind to the right, under each other.
        public boolean isNumber() {
            return switch (this) {
                case AMOUNT, COUNT, ORDINAL -> true;
                case TEXT, SAID, NAME, TIME, SPAN, TRUTH, VALUE, WORD, CHECK, STATEMENT -> false;
            };
        }
    }

    public static Column of(String key, Kind kind) {
        return new Column(key, kind, true);
    }

    /// Only in files for machines.
    public static Column kept(String key, Kind kind) {
        return new Column(key, kind, false);
    }

    /// Whether a name of ours; others are paths of the data and are shown as they are.
    public boolean isOurs() {
        return !key.startsWith("/");
    }
}
