package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.layout.Condition;
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.layout.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes conditions of a layout as SQL. Names come from the catalogue, texts are bound.
final class Conditions {
    private final Binder binder;
    private final UnaryOperator<Column> calling;

    Conditions(Binder binder) {
        this(binder, UnaryOperator.identity());
    }

    private Conditions(Binder binder, UnaryOperator<Column> calling) {
        this.binder = binder;
        this.calling = calling;
    }

    /// The same, for a joined table under another name.
    Conditions callingInstead(String join, String alias) {
        return new Conditions(binder, column -> column.of().equals(join) ? column.as(alias) : column);
    }

    /// Whether the table has the columns that the condition speaks of; one with absent optional columns says nothing.
    boolean applies(Condition condition) {
        return switch (condition) {
            case Condition.Is(var value, var _) -> binder.has(value);
            case Condition.IsNot(var value, var _) -> binder.has(value);
            case Condition.IsNull(var value) -> binder.has(value);
            case Condition.Contains(var value, var _) -> binder.has(value);
            case Condition.Same(var one, var other) -> binder.has(one) && binder.has(other);
            case Condition.Differs(var one, var other) -> binder.has(one) && binder.has(other);
            case Condition.All(var parts) -> parts.stream().allMatch(this::applies);
            case Condition.Any(var parts) -> parts.stream().anyMatch(this::applies);
        };
    }

    void write(Condition condition, QueryText query) {
        switch (condition) {
            case Condition.Is(var value, var text) -> is(value, text, query);
            case Condition.IsNot(var value, var text) -> isNot(value, text, query);
            case Condition.IsNull(var value) -> {
                operand(value, query);
                query.add(" IS NULL");
            }
            case Condition.Contains(var value, var text) -> contains(value, text, query);
            case Condition.Same(var one, var other) -> {
                operand(one, query);
                query.add(" = ");
                operand(other, query);
            }
            case Condition.Differs(var one, var other) -> {
                operand(one, query);
                query.add(" <> ");
                operand(other, query);
            }
            case Condition.All(var parts) -> joined(parts, " AND ", query);
            case Condition.Any(var parts) ->
                joined(parts.stream().filter(this::applies).toList(), " OR ", query);
        }
    }

    /// A whole column is compared as what it is, so that `is "true"` works on a boolean.
    private void is(Value value, String text, QueryText query) {
        if (value.steps().isEmpty() && !text.isEmpty()) {
            equals(binder.column(value.onlyColumn().orElseThrow()), text, query);
            return;
        }
        operand(value, query);
        query.add(" = ").bindText(text);
    }

    private void isNot(Value value, String text, QueryText query) {
        operand(value, query);
        query.add(" <> ");
        var column = binder.column(value.onlyColumn().orElseThrow());
        if (value.steps().isEmpty() && binder.dialect().fits(column, text)) {
            query.bind(binder.dialect().placeholder(column), new KeyPart.Text(text));
        } else {
            query.bindText(text);
        }
    }

    /// That a condition does not hold for a row; nor for one in which it is unknown. What a row with a value must hold
    /// is asked for as that, for an index serves nothing else.
    void writeNot(Condition condition, QueryText query) {
        if (condition instanceof Condition.IsNot(var value, var text)
                && value.plainColumn().map(binder::column).filter(column -> !column.nullable()).isPresent()) {
            is(value, text, query);
            return;
        }
        query.add("(");
        write(condition, query);
        query.add(") IS NOT TRUE");
    }

    private void joined(List<Condition> parts, String with, QueryText query) {
        query.add("(");
        for (int i = 0; i < parts.size(); i++) {
            query.add(i == 0 ? "" : with);
            write(parts.get(i), query);
        }
        query.add(")");
    }

    /// Where only a part of the column is meant, the whole is asked first: that costs the database a fraction of
    /// cutting the part out, and for most rows it settles the matter.
    private void contains(Value value, String text, QueryText query) {
        var column = binder.column(value.onlyColumn().orElseThrow());
        if (value.steps().isEmpty()) {
            found(column, List.of(), text, query);
            return;
        }
        query.add("(");
        found(column, List.of(), text, query);
        query.add(" AND ");
        found(column, value.steps(), text, query);
        query.add(")");
    }

    private void found(Column column, List<Step> steps, String text, QueryText query) {
        // The find expression takes its operands in an order of the dialect's own, so it is written around marks.
        String sql = binder.dialect().find("\u0001", "\u0002");
        for (int i = 0; i < sql.length(); i++) {
            switch (sql.charAt(i)) {
                case '\u0001' -> operand(column, steps, query);
                case '\u0002' -> query.bindText(text);
                default -> query.add(sql.substring(i, i + 1));
            }
        }
        query.add(" > 0");
    }

    String quoted(Column column) {
        return binder.dialect().name(calling.apply(column));
    }

    private void operand(Value value, QueryText query) {
        var column = binder.column(value.onlyColumn().orElseThrow());
        operand(column, value.steps(), query);
    }

    /// A column, or the part of it before a text.
    void operand(Column column, List<Step> steps, QueryText query) {
        if (steps.isEmpty()) {
            query.add(quoted(column));
            return;
        }
        var inner = steps.subList(0, steps.size() - 1);
        switch (steps.getLast()) {
            case Step.Before(String text) -> before(column, inner, text, query);
            case Step.After(String sign) -> after(column, inner, sign, query);
            default -> throw new IllegalStateException("only the part before or after a text can be compared");
        }
    }

    /// Behind a single sign; where it does not occur its place is 0, and all of the text stands behind that.
    private void after(Column column, List<Step> inner, String sign, QueryText query) {
        query.add("substr(");
        operand(column, inner, query);
        query.add(", ");
        String sql = binder.dialect().find("\u0001", "\u0002");
        for (int i = 0; i < sql.length(); i++) {
            switch (sql.charAt(i)) {
                case '\u0001' -> operand(column, inner, query);
                case '\u0002' -> query.bindText(sign);
                default -> query.add(sql.substring(i, i + 1));
            }
        }
        query.add(" + 1)");
    }

    private void before(Column column, List<Step> inner, String text, QueryText query) {
        query.add("substr(");
        operand(column, inner, query);
        query.add(", 1, ");
        String sql = binder.dialect().find("\u0001", "\u0002");
        for (int i = 0; i < sql.length(); i++) {
            switch (sql.charAt(i)) {
                case '\u0001' -> {
                    operand(column, inner, query);
                    query.add(" || ").bindText(text);
                }
                case '\u0002' -> query.bindText(text);
                default -> query.add(sql.substring(i, i + 1));
            }
        }
        query.add(" - 1)");
    }

    /// Whether a JSON Pointer names a member of the object in a column, and the database finds it.
    boolean findsMember(Column column, String pointer) {
        return pointer.lastIndexOf('/') == 0
                && pointer.indexOf('~') < 0
                && binder.dialect().member(column, "", "").isPresent();
    }

    /// That a member of the JSON object in a column is this text.
    void memberEquals(Column column, String pointer, String text, QueryText query) {
        String sql = binder.dialect().member(column, quoted(column), "\u0001").orElseThrow();
        int mark = sql.indexOf('\u0001');
        query.add(sql.substring(0, mark))
                .bindText(pointer.substring(1))
                .add(sql.substring(mark + 1) + " = ")
                .bindText(text);
    }

    /// That a column holds these bytes.
    void equals(Column column, KeyPart.Bytes bytes, QueryText query) {
        query.add(quoted(column) + " = ").bind(binder.dialect().placeholder(column), bytes);
    }

    /// That a column holds a text; nothing and the empty text are the same here.
    void equals(Column column, String text, QueryText query) {
        String name = quoted(column);
        if (text.isEmpty()) {
            query.add("(" + name + " IS NULL");
            if (binder.dialect().fits(column, text)) {
                query.add(" OR " + name + " = ").bind(binder.dialect().placeholder(column), new KeyPart.Text(text));
            }
            query.add(")");
        } else if (binder.dialect().fits(column, text)) {
            query.add(name + " = ").bind(binder.dialect().placeholder(column), new KeyPart.Text(text));
        } else {
            query.add("1 = 0");
        }
    }
}
