package io.hindcast.audit.publish;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.session.FoldText;
import java.util.Optional;

/// The fold of a run.
///
/// @param origin for people: `ledger.folds.yaml beside the store`
/// @param text what it was compiled from, so that the run can be repeated without the file; absent for folds that are no text
public record FoldUsed(Fold fold, String origin, Optional<FoldText> text) {}
