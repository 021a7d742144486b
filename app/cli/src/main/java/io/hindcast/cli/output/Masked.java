package io.hindcast.cli.output;

import io.hindcast.engine.mask.AnswerMask;

/// Where an answer goes that is masked on its way.
public interface Masked {
    AnswerMask mask();

    /// The masks of a place; none where it has none.
    static AnswerMask of(Appendable out) {
        return out instanceof Masked masked ? masked.mask() : AnswerMask.NONE;
    }
}
