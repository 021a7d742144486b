package io.hindcast.cli;

import io.hindcast.audit.journal.JournalFailure;
import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.mask.RevealEntry;
import io.hindcast.connector.Location;
import io.hindcast.engine.mask.MaskFinder.Found;

/// Puts down who lifted the masks, before anything is shown.
public interface Reveals {
    /// Where there is no journal, nothing is revealed.
    Reveals NOWHERE = (_, _, _) -> {
        throw new UsageException("Nothing is revealed: there is no journal to put it down in.");
    };

    /// @throws UsageException when it could not be put down: the masks stay on then
    void write(Location store, RevealEntry reveal, Found masks);

    /// Into the journal of the store.
    static Reveals into(Journals journals) {
        return (store, reveal, masks) -> {
            try {
                reveal.into(journals.of(store), masks);
            } catch (JournalFailure failure) {
                throw new UsageException("Nothing is revealed, because it cannot be put down. " + failure.getMessage());
            }
        };
    }
}
