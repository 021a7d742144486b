package io.hindcast.audit.mask;

import io.hindcast.audit.integrity.Statement;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.event.EventField;
import java.util.ArrayList;

/// What a check has seen, as it may be shown: some statements name another stream, or a day out of a body.
public final class MaskedStatement {
    private static final String SAME_IDENTITY = "duplicate-ids.twice";
    private static final String LATE = "late-effective-dates.late";
    private static final String HIDDEN = "‹masked›";

    private MaskedStatement() {}

    /// @param category of the event that it is about
    public static Statement of(Statement statement, String category, AnswerMask mask) {
        if (mask.isOff()) {
            return statement;
        }
        var values = new ArrayList<>(statement.values());
        if (statement.key().equals(SAME_IDENTITY) && !values.isEmpty()) {
            values.set(0, mask.masking().header(MaskPlace.STREAM, values.getFirst(), mask.log()));
        } else if (statement.key().equals(LATE) && mask.masking().hides(EventField.EFFECTIVE_AT, category)) {
            values.replaceAll(_ -> HIDDEN);
        } else {
            values.replaceAll(value -> mask.masking().text(value, mask.log()));
        }
        return new Statement(statement.key(), values);
    }
}
