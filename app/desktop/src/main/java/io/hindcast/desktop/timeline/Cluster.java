package io.hindcast.desktop.timeline;

/// Events of the focused stream that share a few pixels.
///
/// @param x middle, in device pixels of the plot
/// @param first ordinal of the first event
/// @param count how many there are
/// @param slot colour of the first
record Cluster(double x, int first, int count, int slot) {}
