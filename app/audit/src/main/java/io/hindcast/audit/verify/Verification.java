package io.hindcast.audit.verify;

import java.util.List;

/// The result of testing many snapshots, in order of stream and version.
///
/// @param isComplete false when the run was stopped early: the rest of the snapshots was not looked at
public record Verification(List<VerifiedSnapshot> snapshots, boolean isComplete) {
    public Verification {
        snapshots = List.copyOf(snapshots);
    }

    public long matches() {
        return snapshots.stream().filter(one -> one.outcome() instanceof Outcome.Matches).count();
    }

    public long drifts() {
        return snapshots.stream().filter(one -> one.outcome() instanceof Outcome.Drifts).count();
    }

    public long unverifiable() {
        return snapshots.stream().filter(one -> one.outcome() instanceof Outcome.Unverifiable).count();
    }
}
