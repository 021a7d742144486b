package io.hindcast.audit.capsule;

import io.hindcast.capsule.CapsuleDraft;
import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.payload.PayloadDecoder;
import java.nio.file.Path;
import java.util.Optional;

/// Makes capsules whose values are masked before they are written; for one capsule.
public final class MaskedCapsules implements CapsuleMaker {
    private final CapsuleMaker maker;
    private final PayloadDecoder decoder;
    private final AnswerMask mask;
    private Optional<MaskedDraft> draft = Optional.empty();

    /// @param mask counts what was masked
    public MaskedCapsules(CapsuleMaker maker, PayloadDecoder decoder, AnswerMask mask) {
        this.maker = maker;
        this.decoder = decoder;
        this.mask = mask;
    }

    @Override
    public String ending() {
        return maker.ending();
    }

    @Override
    public CapsuleDraft begin(Path file) {
        var begun = new MaskedDraft(maker.begin(file), new MaskedBody(decoder, mask.masking()), mask);
        draft = Optional.of(begun);
        return begun;
    }

    /// How many bodies and snapshots were left out whole, because they could not be written anew.
    public long withheld() {
        return draft.map(MaskedDraft::withheld).orElse(0L);
    }

    /// How many bodies have a number less: a fold that adds it up will have a problem there.
    public long withoutNumbers() {
        return draft.map(MaskedDraft::withoutNumbers).orElse(0L);
    }
}
