package io.hindcast.engine.population;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.FieldPath;

/// Which roll-forward is wanted.
public record RollQuestion(String category, Fold fold, FieldPath field, CurrencyField currency, RollPeriod period) {
    /// Events recorded behind `from`, up to and including `to`.
    public RollQuestion(
            String category, Fold fold, FieldPath field, CurrencyField currency, Moment from, Moment to) {
        this(category, fold, field, currency, new RollPeriod.Recorded(from, to));
    }
}
