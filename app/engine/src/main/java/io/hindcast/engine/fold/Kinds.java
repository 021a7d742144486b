package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;

/// What to call a value in a message that must not show it.
public final class Kinds {
    private Kinds() {}

    /// `missing`, `null`, `true or false`, `a number`, `text`, `a list`, `an object`, `unreadable`.
    public static String of(StateValue value) {
        return switch (value) {
            case Absent _ -> "missing";
            case Null _ -> "null";
            case Bool _ -> "true or false";
            case Num _ -> "a number";
            case Text _ -> "text";
            case Items _ -> "a list";
            case Fields _ -> "an object";
            case Opaque _ -> "unreadable";
        };
    }
}
