package io.hindcast.cli;

import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.cli.output.Masked;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/// Results behind the curtain: answers are masked by the fields they have, lines that are printed by what patterns find.
final class CurtainWriter extends PrintWriter implements Masked {
    private final Curtain curtain;

    CurtainWriter(PrintWriter out, Curtain curtain) {
        super(out);
        this.curtain = curtain;
    }

    @Override
    public AnswerMask mask() {
        return curtain.answers();
    }

    @Override
    public void print(@Nullable String text) {
        super.print(text == null ? null : curtain.sentence(text));
    }
}
