package io.hindcast.engine.state;

/// Bytes that were not, or could not be, read as a value.
///
/// @param reason why, as a clause for a person: `not JSON: unexpected end at byte 812`
/// @param size how many bytes there are
/// @param preview the first bytes, readable where they are text, for showing only; at most 200 characters
public record Opaque(String reason, int size, String preview) implements StateValue {}
