package io.hindcast.engine.find;

import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import java.util.List;

/// A condition over the state of an aggregate: `balance < 0`, `status == "closed" and balance != 0`.
///
/// A name is a field of the state, also `/owner/name` or `owner.name`; on the right of a comparison a bare word is text,
/// and a path with a slash is a field. Comparisons are `= == != < <= > >=`, `contains`, `is present`, `is missing`;
/// they are joined by `and`, `or`, `not` and parentheses. Numbers are exact decimals, with `+ - *` between spaces.
/// Immutable.
public final class Predicate {
    private final String text;
    private final Check test;
    private final List<FieldPath> fields;
    private final List<String> bareWords;

    Predicate(String text, Check test, List<FieldPath> fields, List<String> bareWords) {
        this.text = text;
        this.test = test;
        this.fields = List.copyOf(fields);
        this.bareWords = List.copyOf(bareWords);
    }

    /// @throws Unclear when it cannot be read
    public static Predicate parse(String text) throws Unclear {
        return new PredicateReader(text).read();
    }

    public Truth of(StateEditor state) {
        return test.of(state);
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// The fields it looks at, in the order in which they are written.
    public List<FieldPath> fields() {
        return fields;
    }

    /// Words on the right of a comparison that were taken as text although they stand without quotes.
    public List<String> bareWords() {
        return bareWords;
    }
}
