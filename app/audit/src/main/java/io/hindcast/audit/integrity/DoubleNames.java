package io.hindcast.audit.integrity;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.event.ByteSlice;
import java.util.HashSet;
import java.util.Optional;

/// Finds an object of a JSON text in which a name stands twice. For one thread.
final class DoubleNames {
    private static final int FEW = 24;

    private final JsonTape own = new JsonTape(true);

    /// The first name that stands twice in one object of a text that may be JSON; nothing where it is not.
    Optional<String> in(ByteSlice text) {
        boolean mayBe = text.length() > 0 && (text.at(0) == '{' || text.at(0) == '[');
        return mayBe && own.parse(text) ? in(own) : Optional.empty();
    }

    /// The same over a tape that is there already.
    Optional<String> in(JsonTape tape) {
        for (int token = 0; token < tape.size(); token++) {
            if (tape.kind(token) == JsonTape.Kind.OBJECT && tape.count(token) > 1) {
                Optional<String> name = tape.count(token) <= FEW ? amongFew(tape, token) : amongMany(tape, token);
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> amongFew(JsonTape tape, int object) {
        int end = tape.end(object);
        for (int one = tape.firstChild(object); one != end; one = tape.next(one + 1)) {
            for (int other = tape.next(one + 1); other != end; other = tape.next(other + 1)) {
                if (tape.textsEqual(one, other)) {
                    return Optional.of(tape.text(one));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> amongMany(JsonTape tape, int object) {
        var seen = new HashSet<String>();
        for (int name = tape.firstChild(object); name != tape.end(object); name = tape.next(name + 1)) {
            String text = tape.text(name);
            if (!seen.add(text)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
