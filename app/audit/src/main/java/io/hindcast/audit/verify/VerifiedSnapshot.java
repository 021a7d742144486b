package io.hindcast.audit.verify;

import io.hindcast.event.StoredSnapshot;
import java.util.Optional;

/// A stored snapshot and what came out of testing it.
///
/// @param snapshot from a run over a whole store it comes without its state, so that many can be kept
/// @param explanation where the two part, and why, perhaps; of a drift that was looked into
public record VerifiedSnapshot(StoredSnapshot snapshot, Outcome outcome, Optional<Explanation> explanation) {
    public VerifiedSnapshot(StoredSnapshot snapshot, Outcome outcome) {
        this(snapshot, outcome, Optional.empty());
    }

    VerifiedSnapshot explainedBy(Explanation found) {
        return new VerifiedSnapshot(snapshot, outcome, Optional.of(found));
    }
}
