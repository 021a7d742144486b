package io.hindcast.engine.replay;

import io.hindcast.engine.fold.Fold;

/// The state of one stream at one moment, where nothing else is wanted of its history.
///
/// @param category "" where the stream has none, or no events
public record StreamState(String stream, String category, Fold fold, StateAt at) {
    public static StreamState of(StreamHistory history, StateAt at) {
        return new StreamState(history.stream(), history.category(), history.fold(), at);
    }
}
