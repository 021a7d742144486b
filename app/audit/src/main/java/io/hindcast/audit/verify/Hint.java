package io.hindcast.audit.verify;

import io.hindcast.engine.state.FieldPath;
import java.util.List;

/// A likely cause of a drift, found by trying: the events were folded again with this one thing done, and gave exactly
/// the snapshot. [HintText] says it in words.
public sealed interface Hint {
    /// The snapshot is right for an earlier event: so many events are missing at its end.
    record Stale(int events, EventName last) implements Hint {}

    /// The snapshot is right for a later event: it holds so many events more than its version says.
    record Ahead(int events, EventName last) implements Hint {}

    /// One event was left out.
    ///
    /// @param others how many other events explain it as well
    record Skipped(EventName event, int others) implements Hint {}

    /// One event was applied twice.
    record Twice(EventName event, int others) implements Hint {}

    /// Two events that follow each other were applied in the other order.
    record Reordered(EventName first, EventName second) implements Hint {}

    /// No event of this type was applied: code that did not know it yet made the snapshot.
    record OlderFold(String type, long events, EventName first) implements Hint {}

    /// Another fold that was at hand explains it.
    record OtherFold(String name) implements Hint {}

    /// Digits were lost on the way.
    record Precision(FieldPath field, Loss loss) implements Hint {
        /// How.
        public enum Loss {
            /// Kept as a binary number of 64 bits.
            BINARY,
            /// Kept as a binary number of 32 bits.
            SHORT_BINARY,
            /// Added up in binary numbers.
            BINARY_SUM,
            /// Rounded or cut to fewer decimals.
            ROUNDED
        }
    }

    /// The field holds what it held earlier, after this event, while the others are up to date.
    record OldValue(FieldPath field, EventName since) implements Hint {}

    /// The fields hold values that no event ever gave them: they were written by hand, or by other code.
    record Edited(List<FieldPath> fields) implements Hint {
        public Edited {
            fields = List.copyOf(fields);
        }
    }

    /// Nothing that was tried explains it.
    record Unexplained() implements Hint {}

    /// It was not looked into, because there were too many drifts before it.
    record NotTried() implements Hint {}
}
