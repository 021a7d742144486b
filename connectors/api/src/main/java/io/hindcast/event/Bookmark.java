package io.hindcast.event;

/// Where a cursor can resume: opaque text that only the source that wrote it understands.
///
/// Reading on from a bookmark gives exactly the events that follow it, whether or not the cursor that wrote it is
/// still open, and across restarts of the program.
public record Bookmark(String text) {}
