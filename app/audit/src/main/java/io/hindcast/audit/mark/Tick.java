package io.hindcast.audit.mark;

/// An entry of the legend of tick marks.
///
/// @param name what marks refer to: `recalculated`
/// @param symbol what is shown, a few characters
/// @param meaning what was done, in the person's words; "" for the usual ones, whose meaning every door says in its
///     language
public record Tick(String name, String symbol, String meaning) {}
