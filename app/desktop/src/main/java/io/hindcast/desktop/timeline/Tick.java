package io.hindcast.desktop.timeline;

/// A line across the lanes, and the words over it.
///
/// @param place where it stands
/// @param label the words, "" for none
/// @param strong whether something larger begins exactly here: a day among hours, a month among days, a year among months
record Tick(double place, String label, boolean strong) {}
