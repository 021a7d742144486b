package io.hindcast.engine.payload;

import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds values from JSON text over a tape that is used again and again. For one thread.
///
/// A name that stands twice in an object keeps its first place and has its last value. Half of a surrogate pair and
/// malformed UTF-8 inside texts become the replacement character.
final class JsonReader {
    private static final int KEPT = 1 << 16;

    private final JsonTape tape = new JsonTape(true);
    private final NameCache names;
    private @Nullable StateValue[] values = {};

    /// @param names shared with other readers
    JsonReader(NameCache names) {
        this.names = names;
    }

    /// What is made of every object that was read, innermost first.
    @FunctionalInterface
    interface Transform {
        Transform NONE = fields -> fields;

        StateValue of(Fields fields);
    }

    /// The value, or an [io.hindcast.engine.state.Opaque] that says why there is none.
    StateValue read(ByteSlice text, Transform transform) {
        if (!tape.parse(text)) {
            return Unreadable.because("not JSON: " + tape.problem(), text);
        }
        return value(tape.root(), transform);
    }

    /// The tape of the text that was read last, or that is read by itself.
    JsonTape tape() {
        return tape;
    }

    /// What is at one token of the tape, and inside it.
    StateValue value(int token) {
        return value(token, Transform.NONE);
    }

    String name(int token) {
        return names.of(tape, token);
    }

    private StateValue value(int top, Transform transform) {
        int end = tape.next(top);
        if (end == top + 1) {
            return value(tape.kind(top), top, transform);
        }
        if (values.length < end) {
            values = new @Nullable StateValue[Math.max(end, Math.max(64, values.length * 2))];
        }
        StateValue last = Null.NULL;
        // Backwards: whatever lies inside a list or an object has been built when its own turn comes.
        for (int token = end - 1; token >= top; token--) {
            JsonTape.Kind kind = tape.kind(token);
            if (kind != JsonTape.Kind.NAME) {
                last = value(kind, token, transform);
                values[token] = last;
            }
        }
        forget(top, end);
        return last;
    }

    private void forget(int from, int to) {
        if (values.length > KEPT) {
            values = new @Nullable StateValue[0];
        } else {
            Arrays.fill(values, from, to, null);
        }
    }

    private StateValue value(JsonTape.Kind kind, int token, Transform transform) {
        return switch (kind) {
            case OBJECT -> transform.of(fields(token));
            case LIST -> items(token);
            case NAME, TEXT -> new Text(tape.text(token));
            case NUMBER -> number(token);
            case TRUE -> Bool.TRUE;
            case FALSE -> Bool.FALSE;
            case NULL -> Null.NULL;
        };
    }

    private Fields fields(int object) {
        if (tape.count(object) == 0) {
            return Fields.EMPTY;
        }
        var fields = Fields.builder(tape.count(object));
        int end = tape.end(object);
        for (int name = tape.firstChild(object); name != end; name = tape.next(name + 1)) {
            fields.put(names.of(tape, name), built(name + 1));
        }
        return fields.build();
    }

    private Items items(int list) {
        int count = tape.count(list);
        if (count == 0) {
            return Items.EMPTY;
        }
        var items = new StateValue[count];
        int token = tape.firstChild(list);
        for (int i = 0; i < count; i++) {
            items[i] = built(token);
            token = tape.next(token);
        }
        return new Items(List.of(items));
    }

    private StateValue built(int token) {
        StateValue value = values[token];
        return value == null ? Null.NULL : value;
    }

    private StateValue number(int token) {
        if (tape.isExact(token)) {
            return tape.isPlain(token)
                    ? Num.of(tape.unscaled(token), tape.scale(token))
                    : Num.of(tape.unscaled(token), tape.scale(token), tape.digits(token));
        }
        try {
            return Num.parse(tape.digits(token));
        } catch (NumberFormatException _) {
            return Unreadable.because("a number with more than 100000 digits or an exponent beyond ±100000", tape.slice(token));
        }
    }
}
