package io.hindcast.audit.mask;

import io.hindcast.audit.journal.Journal;
import io.hindcast.engine.mask.MaskFinder.Found;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;

/// Masks that somebody lifts: put down in the journal of the store, before anything is shown.
///
/// @param where which door: a verb, or `window`
/// @param reason in the words of the person, never blank
public record Reveal(String where, String reason) {
    public static final String KIND = "reveal";

    public Reveal {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is needed");
        }
    }

    /// Puts it down: who, when, in which store, where, why, and which masks.
    ///
    /// @throws io.hindcast.audit.journal.JournalFailure when it cannot be put down: nothing may be shown then
    public void into(Journal journal, Found masks) {
        journal.append(
                KIND,
                Fields.of("where", new Text(where))
                        .with("reason", new Text(reason))
                        .with("masks", new Text(masks.origin()))
                        .with("masksSha256", new Text(masks.masking().rules().digest())));
    }
}
