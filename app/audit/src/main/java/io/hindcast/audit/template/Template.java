package io.hindcast.audit.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of reports.
public enum Template {
    /// One stream: its events, what each changed, its state at the beginning and at the end.
    STREAM(Needs.STREAM),
    /// All aggregates of a category at a moment, with totals.
    STATES(Needs.CATEGORY),
    /// Opening, movements and closing of a field.
    ROLLFORWARD(Needs.CATEGORY),
    /// Stored snapshots against the replay.
    VERIFY(Needs.NOTHING),
    /// The integrity of every stream.
    INTEGRITY(Needs.NOTHING),
    /// What integrity and verification found, together.
    FINDINGS(Needs.NOTHING);

    /// What a question must name.
    public enum Needs {
        STREAM,
        CATEGORY,
        NOTHING
    }

    private final Needs needs;

    Template(Needs needs) {
        this.needs = needs;
    }

    public Needs needs() {
        return needs;
    }

    /// As it is written on a command line and in a manifest: `states`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Template> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
