package io.hindcast.engine.population;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.FieldPath;

/// Which roll-forward is wanted: events behind `from`, up to and including `to`.
public record RollQuestion(
        String category, Fold fold, FieldPath field, CurrencyField currency, Moment from, Moment to) {}
