package io.hindcast.audit.mark;

/// Which store a mark was made in.
///
/// @param system that wrote it, as it was recognised
/// @param location without secrets
public record StoreName(String system, String layout, String location) {}
