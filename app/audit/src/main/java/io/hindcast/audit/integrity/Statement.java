package io.hindcast.audit.integrity;

import java.util.Arrays;
import java.util.List;

/// A sentence that is not written yet: its key in the texts of [Wording] and what is put into it. Values are facts as the
/// store has them (names, numbers, instants in UTC), never parts of a sentence.
public record Statement(String key, List<String> values) {
    public Statement {
        values = List.copyOf(values);
    }

    public static Statement of(String key, Object... values) {
        return new Statement(
                key, Arrays.stream(values).map(Object::toString).toList());
    }
}
