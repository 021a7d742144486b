package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import io.hindcast.connector.jdbc.layout.Condition;
import io.hindcast.connector.jdbc.layout.Layout.Skip;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Rules that leave rows out by what their name contains. Asked of the database they cost more than all the rest of a
/// row; asked here they cost something once a name.
final class NameSkips {
    private final List<Bound> rules;

    /// A rule with the places of its values in a row.
    private sealed interface Bound {
        record Contains(BoundValue value, String text) implements Bound {}

        record Many(boolean all, List<Bound> parts) implements Bound {}
    }

    private NameSkips(List<Bound> rules) {
        this.rules = List.copyOf(rules);
    }

    static NameSkips none() {
        return new NameSkips(List.of());
    }

    /// Takes over the rules that only look at the columns of the names; see [#takes].
    static NameSkips of(List<Skip> skips, Binder binder, Conditions conditions) {
        return new NameSkips(
                skips.stream().map(skip -> bound(skip.when(), binder, conditions)).toList());
    }

    /// Whether a rule can be asked here with the same answer: it looks for texts in columns that make the name of a
    /// stream.
    static boolean takes(Condition condition, Binder binder, BoundValue stream) {
        var names = stream.allColumns();
        return isContainment(condition) && condition.columns().map(binder::column).allMatch(names::contains);
    }

    private static boolean isContainment(Condition condition) {
        return switch (condition) {
            case Condition.Contains _ -> true;
            case Condition.All(var parts) -> parts.stream().allMatch(NameSkips::isContainment);
            case Condition.Any(var parts) -> parts.stream().allMatch(NameSkips::isContainment);
            case Condition.Is _, Condition.IsNot _, Condition.IsNull _, Condition.Same _, Condition.Differs _ -> false;
        };
    }

    private static Bound bound(Condition condition, Binder binder, Conditions conditions) {
        return switch (condition) {
            case Condition.Contains(var value, var text) -> new Bound.Contains(binder.text(value), text);
            case Condition.All(var parts) -> many(true, parts, binder, conditions);
            case Condition.Any(var parts) ->
                many(false, parts.stream().filter(conditions::applies).toList(), binder, conditions);
            case Condition.Is _, Condition.IsNot _, Condition.IsNull _, Condition.Same _, Condition.Differs _ ->
                throw new IllegalArgumentException("only texts within names are looked for here");
        };
    }

    private static Bound many(boolean all, List<Condition> parts, Binder binder, Conditions conditions) {
        var bound = new ArrayList<Bound>();
        parts.forEach(part -> bound.add(bound(part, binder, conditions)));
        return new Bound.Many(all, bound);
    }

    /// What the rules look at.
    Stream<BoundValue> values() {
        return rules.stream().flatMap(NameSkips::values);
    }

    private static Stream<BoundValue> values(Bound rule) {
        return switch (rule) {
            case Bound.Contains(var value, var _) -> Stream.of(value);
            case Bound.Many(var _, var parts) -> parts.stream().flatMap(NameSkips::values);
        };
    }

    boolean skip(Row row) throws SQLException {
        for (Bound rule : rules) {
            if (holds(rule, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Bound rule, Row row) throws SQLException {
        switch (rule) {
            case Bound.Contains(var value, var text) -> {
                return contains(value, text, row);
            }
            case Bound.Many(var all, var parts) -> {
                for (Bound part : parts) {
                    if (holds(part, row) != all) {
                        return !all;
                    }
                }
                return all;
            }
        }
    }

    /// An absent value contains nothing; one that is no text cannot be said to.
    private static boolean contains(BoundValue value, String text, Row row) throws SQLException {
        try {
            String found = value.text(row);
            return found != null && found.contains(text);
        } catch (UnreadableValue _) {
            return false;
        }
    }
}
