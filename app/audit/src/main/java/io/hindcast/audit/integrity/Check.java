package io.hindcast.audit.integrity;

import java.util.Arrays;
import java.util.Optional;

/// The checks that need nothing but the store and its fold, in the order in which they are reported. An identifier
/// never changes its meaning; when a rule changes, [#version()] does.
public enum Check {
    /// Versions of a stream that are not there, in systems that number without gaps.
    VERSION_GAPS("version-gaps", Severity.DEFECT),
    /// Two events of one stream with the same version.
    DUPLICATE_VERSIONS("duplicate-versions", Severity.DEFECT),
    /// Positions that no event has, in systems that number without gaps.
    POSITION_GAPS("position-gaps", Severity.DEFECT),
    /// Two events with the same identity.
    DUPLICATE_IDS("duplicate-ids", Severity.DEFECT),
    /// An event recorded before the one that precedes it in its stream.
    CLOCK_REGRESSIONS("clock-regressions", Severity.DEFECT),
    /// A row, body or metadata that cannot be read.
    UNREADABLE("unreadable", Severity.DEFECT),
    /// A JSON object with one name twice: readers disagree about its value.
    DUPLICATE_NAMES("duplicate-names", Severity.DEFECT),
    /// An event type that the fold has no rule for.
    UNKNOWN_TYPES("unknown-types", Severity.NOTE),
    /// An event whose cause is not in the store.
    ORPHANED_CAUSATION("orphaned-causation", Severity.NOTE),
    /// An event whose content was taken away.
    REDACTIONS("redactions", Severity.NOTE),
    /// A stream that is marked as deleted.
    TOMBSTONES("tombstones", Severity.NOTE),
    /// An event behind others in the order of the store, although it was recorded well before them.
    LATE_COMMITS("late-commits", Severity.NOTE),
    /// An event recorded long after the day on which it holds.
    LATE_EFFECTIVE_DATES("late-effective-dates", Severity.NOTE);

    private final String id;
    private final Severity severity;

    Check(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /// For commands, files and reports: `version-gaps`.
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /// Counts the changes of the rule behind the identifier.
    public int version() {
        return 1;
    }

    /// The key of its title in [Wording].
    public String titleKey() {
        return id + ".title";
    }

    public static Optional<Check> named(String id) {
        return Arrays.stream(values()).filter(check -> check.id.equals(id)).findFirst();
    }
}
