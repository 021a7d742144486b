package io.hindcast.engine.find;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.fold.Fold;

/// Which moments are wanted: those at which a condition over the state became true.
///
/// @param selection over one stream, a category, or all
/// @param firstOnly only the first of each stream
public record StateSearch(Selection selection, Fold fold, Predicate predicate, boolean firstOnly) {}
