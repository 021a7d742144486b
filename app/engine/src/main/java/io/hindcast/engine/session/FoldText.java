package io.hindcast.engine.session;

/// What a fold was compiled from.
///
/// @param fileName a name that says which language it is written in; no path
public record FoldText(String fileName, String text) {}
