package io.hindcast.desktop.editor;

/// Something about a place in the text.
///
/// @param line 1-based; 0 for the whole text
/// @param column 1-based
/// @param isError else it is a warning
/// @param sentence what is wrong, for a person
public record Blemish(int line, int column, boolean isError, String sentence) {}
