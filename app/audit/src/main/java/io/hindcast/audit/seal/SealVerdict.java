package io.hindcast.audit.seal;

import java.util.List;

/// What came out of holding a store against a seal.
///
/// @param events events read today
/// @param newEvents events that were not sealed and stand behind the sealed ones of their streams
/// @param newStreams streams that were not there
/// @param late those of the new events that stand, in the order of the store, before the last sealed one: put in
///     afterwards, or committed late while the seal was made
/// @param changedStreams how many streams are not what was sealed
/// @param tampering the first difference of each of them, in the order of the names of streams; at most
///     [SealVerifier#NAMED]
/// @param orderHolds whether the sealed events still stand in the sealed order in the whole store; true where that
///     cannot be said because streams changed
/// @param isComplete false when it was stopped early: then nothing is said of what was not read
public record SealVerdict(
        long events,
        long newEvents,
        long newStreams,
        long late,
        long changedStreams,
        List<Tampering> tampering,
        boolean orderHolds,
        boolean isComplete) {
    public SealVerdict {
        tampering = List.copyOf(tampering);
    }

    /// Whether all that was sealed is there and the same, and nothing was put between.
    public boolean isUnchanged() {
        return isComplete && changedStreams == 0 && orderHolds && late == 0;
    }
}
