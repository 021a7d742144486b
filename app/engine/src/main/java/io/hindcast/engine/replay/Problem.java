package io.hindcast.engine.replay;

/// An event that could not be folded. The state before it was carried over and is unreliable from there on.
///
/// @param index place in the stream's history, 0-based
/// @param version the event's version, or -1 when it has none
/// @param reason a clause for a person
public record Problem(int index, long version, String type, String reason) {}
