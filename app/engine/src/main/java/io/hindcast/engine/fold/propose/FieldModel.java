package io.hindcast.engine.fold.propose;

import java.util.List;

/// How a field comes about, as far as the snapshots show.
///
/// @param effects one at most for each event type
/// @param how a clause for a person
/// @param explained at how many checkpoints the model gives the stored value
record FieldModel(List<Effect> effects, String how, int explained) {
    FieldModel {
        effects = List.copyOf(effects);
    }

    boolean isSum() {
        return effects.stream().anyMatch(effect -> effect instanceof Effect.Moves || effect instanceof Effect.Counts);
    }

    FieldModel betterOf(FieldModel other) {
        return other.explained > explained ? other : this;
    }
}
