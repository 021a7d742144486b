package io.hindcast.engine.find;

import java.util.Optional;

/// What a condition says of a state. A field that is missing can be compared with nothing: that is neither true nor
/// false.
public enum Truth {
    FALSE,
    UNDECIDED,
    TRUE;

    static Truth of(boolean is) {
        return is ? TRUE : FALSE;
    }

    static Truth of(Optional<Boolean> is) {
        return is.map(Truth::of).orElse(UNDECIDED);
    }

    Truth and(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) > 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNDECIDED -> UNDECIDED;
            case TRUE -> FALSE;
        };
    }
}
