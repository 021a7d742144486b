package io.hindcast.engine.changelog;

import io.hindcast.engine.state.StateValue;
import java.util.List;

/// How a list became another one: from `start` on so many items were replaced at their places, behind them so many taken out
/// and so many put in; then what follows stayed, and so many were put at the end.
record Splice(int start, int replaced, int removed, int inserted, int appended) {
    /// How far apart the same item is looked for.
    private static final int REACH = 32;

    static Splice between(List<StateValue> before, List<StateValue> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && same(before.get(head), after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && same(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
            tail++;
        }
        int older = before.size() - head - tail;
        int newer = after.size() - head - tail;
        if (older > 0 && newer > 0 && tail == 0) {
            int out = shift(before, after, head);
            if (out > 0) {
                return new Splice(head, 0, out, 0, after.size() - (before.size() - out));
            }
        }
        int replaced = Math.min(older, newer);
        return new Splice(head, replaced, older - replaced, newer - replaced, 0);
    }

    /// How many items have to go at a place so that all the others follow in their order; 0 if that is not how it was.
    private static int shift(List<StateValue> before, List<StateValue> after, int at) {
        for (int out = 1; out <= Math.min(REACH, before.size() - at - 1); out++) {
            int rest = before.size() - at - out;
            if (rest <= after.size() - at && isRun(before, at + out, after, at, rest)) {
                return out;
            }
        }
        return 0;
    }

    private static boolean isRun(List<StateValue> before, int from, List<StateValue> after, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (!same(before.get(from + i), after.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean same(StateValue one, StateValue other) {
        return one == other || one.equals(other);
    }
}
