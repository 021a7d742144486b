package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.state.StateValue;
import java.util.List;

/// A stream from its first event on, and the snapshots the application stored of it.
///
/// @param events decoded, in the order of the stream, each with a version
public record SampledStream(
        String stream, String category, List<FoldEvent> events, List<SampledSnapshot> snapshots) {
    public SampledStream {
        events = List.copyOf(events);
        snapshots = List.copyOf(snapshots);
    }

    /// @param version the version of the last event the snapshot includes
    /// @param state decoded
    public record SampledSnapshot(long version, StateValue state) {}
}
