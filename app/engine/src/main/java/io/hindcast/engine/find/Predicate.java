package io.hindcast.engine.find;

import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.util.Optional;

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

    /// The condition that a field is as it is here: equal for single values, present for lists and objects, missing where
    /// there is nothing.
    ///
    /// @return empty where the path or the text holds what conditions cannot spell, such as spaces in a name
    public static Optional<String> holding(FieldPath path, StateValue value) {
        Optional<String> right = switch (value) {
            case Absent _, Null _ -> Optional.of("is missing");
            case Bool(boolean truth) -> Optional.of("= " + truth);
            case Num number -> Optional.of("= " + number.digits());
            case Text(String text) -> quoted(text).map(it -> "= " + it);
            case Fields _, Items _, Opaque _ -> Optional.of("is present");
        };
        return right.map(it -> path + " " + it).filter(it -> isAbout(it, path));
    }

    private static Optional<String> quoted(String text) {
        boolean oneLine = text.chars().noneMatch(Character::isISOControl);
        String quote = text.indexOf('"') < 0 ? "\"" : "'";
        return oneLine && !text.contains(quote) ? Optional.of(quote + text + quote) : Optional.empty();
    }

    private static boolean isAbout(String condition, FieldPath path) {
        try {
            return parse(condition).fields().equals(List.of(path));
        } catch (Unclear _) {
            return false;
        }
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
