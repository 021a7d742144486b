package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.PathTable;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the small expressions of values and conditions: `/amount * -1`, `state /balance < 0 and /fee is present`.
///
/// Operators have a space on both sides, so that field names may hold any sign. Nesting is bounded.
final class Expression {
    private static final Pattern LOOKS_LIKE =
            Pattern.compile("-?\\s*/.*|\\(.*|(metadata|state)\\s+/.*|[a-z]+\\s*\\(.*|-?\\d[\\d.]*\\s[-+*]\\s.*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,5})?");
    private static final Set<String> COMPARISONS = Set.of("=", "==", "!=", "<", "<=", ">", ">=");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");
    private static final int DEEPEST = 50;

    private final Tokens tokens;
    private final PathTable paths;
    private final boolean wordsAreText;
    private int depth;
    private boolean dividing;

    private Expression(Tokens tokens, PathTable paths, boolean wordsAreText) {
        this.tokens = tokens;
        this.paths = paths;
        this.wordsAreText = wordsAreText;
    }

    /// Whether unquoted text is an expression and not a constant.
    static boolean looksLike(String text) {
        return LOOKS_LIKE.matcher(text).matches() || header(text);
    }

    private static boolean header(String text) {
        String[] words = text.split("\\s+", -1);
        return words.length >= 2
                && words[0].equals("event")
                && (words.length == 2
                        ? Words.nearest(words[1], HeaderField.NAMES).isPresent()
                        : Set.of("+", "-", "*").contains(words[2]));
    }

    static Value value(String text, PathTable paths) throws Unreadable {
        var expression = new Expression(new Tokens(text), paths, false);
        Value value = expression.choice();
        expression.tokens.end();
        return value;
    }

    static Condition condition(String text, PathTable paths) throws Unreadable {
        var expression = new Expression(new Tokens(text), paths, true);
        Condition condition = expression.any();
        expression.tokens.end();
        return condition;
    }

    /// What a plain word stands for: a number, true, false, null, or itself.
    static StateValue constant(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Num.parse(text);
        }
        return switch (text) {
            case "true" -> Bool.TRUE;
            case "false" -> Bool.FALSE;
            case "null", "~", "" -> Null.NULL;
            default -> new Text(text);
        };
    }

    private Condition any() throws Unreadable {
        List<Condition> choices = new ArrayList<>(List.of(all()));
        while (tokens.take("or")) {
            choices.add(all());
        }
        return choices.size() == 1 ? choices.getFirst() : new Condition.Any(choices);
    }

    private Condition all() throws Unreadable {
        List<Condition> parts = new ArrayList<>(List.of(single()));
        while (tokens.take("and")) {
            parts.add(single());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition single() throws Unreadable {
        Value left = sum();
        if (tokens.take("is")) {
            boolean not = tokens.take("not");
            if (tokens.take("present")) {
                return new Condition.Presence(left, !not);
            }
            if (tokens.take("missing") || tokens.take("null")) {
                return new Condition.Presence(left, not);
            }
            throw tokens.unreadable("`present` or `missing` was expected after `is`");
        }
        String operator = tokens.next("a comparison (=, !=, <, <=, >, >=) or `is present` was expected");
        if (!COMPARISONS.contains(operator)) {
            throw tokens.unreadableBefore("`" + operator + "` is no comparison (=, !=, <, <=, >, >=)");
        }
        return new Condition.Compared(left, operator.equals("==") ? "=" : operator, sum());
    }

    /// `/newLimit or /new_limit`: the first that says something.
    private Value choice() throws Unreadable {
        Value value = sum();
        while (!wordsAreText && tokens.take("or")) {
            value = new Value.Otherwise(value, sum());
        }
        return value;
    }

    private Value sum() throws Unreadable {
        return sum(product());
    }

    private Value sum(Value first) throws Unreadable {
        Value value = first;
        while (tokens.sees("+") || tokens.sees("-")) {
            char operator = tokens.next("an operator").charAt(0);
            value = new Value.Sum(operator, value, product());
        }
        return value;
    }

    private Value product() throws Unreadable {
        Value value = factor();
        while (tokens.take("*")) {
            value = new Value.Sum('*', value, factor());
        }
        if (tokens.sees("/") && !dividing) {
            tokens.take("/");
            throw tokens.unreadableBefore("division is not exact: say how to round", "round(/a / 3 to 2 half-up)");
        }
        return value;
    }

    private Value factor() throws Unreadable {
        if (++depth > DEEPEST) {
            throw tokens.unreadable("the expression is nested too deeply");
        }
        try {
            return bareFactor();
        } finally {
            depth--;
        }
    }

    private Value bareFactor() throws Unreadable {
        String token = tokens.next("a value was expected");
        if (token.startsWith("/")) {
            return new Value.At(Value.Part.DATA, paths.of(FieldPath.parse(token)));
        }
        if (token.equals("(")) {
            boolean outside = dividing;
            dividing = false;
            Value inner = choice();
            dividing = outside;
            tokens.expect(")");
            return inner;
        }
        if (token.equals("-")) {
            return new Value.Sum('*', new Value.Constant(Num.of(-1)), factor());
        }
        if (token.startsWith("'")) {
            return new Value.Constant(new Text(token.substring(1)));
        }
        return word(token);
    }

    private Value word(String token) throws Unreadable {
        switch (token) {
            case "metadata", "state" -> {
                if (tokens.seesPath()) {
                    var part = token.equals("state") ? Value.Part.STATE : Value.Part.METADATA;
                    return new Value.At(part, paths.of(FieldPath.parse(tokens.next("a path"))));
                }
            }
            case "event" -> {
                String name = tokens.next("one of %s was expected after `event`".formatted(HeaderField.NAMES));
                return HeaderField.named(name)
                        .<Value>map(Value.Header::new)
                        .orElseThrow(() -> tokens.unreadableBefore(
                                "an event has no `" + name + "`", Words.suggestion(name, HeaderField.NAMES)));
            }
            default -> {}
        }
        if (tokens.sees("(")) {
            return function(token);
        }
        if (NUMBER.matcher(token).matches() || wordsAreText) {
            return new Value.Constant(constant(token));
        }
        throw tokens.unreadableBefore("`" + token + "` is neither a path nor a number", "a path begins with `/`");
    }

    private Value function(String name) throws Unreadable {
        if (name.equals("round")) {
            return rounded();
        }
        if (!name.equals("number") && !name.equals("text")) {
            String hint = Words.nearest(name, List.of("number", "text", "round"))
                    .map("did you mean `%s(...)`?"::formatted)
                    .orElse("there are number(...), text(...) and round(...); put quotes around it if it is text");
            throw tokens.unreadableBefore("`" + name + "(...)` is not known", hint);
        }
        tokens.expect("(");
        Value inner = choice();
        tokens.expect(")");
        return name.equals("number") ? new Value.AsNumber(inner) : new Value.AsText(inner);
    }

    /// `round(/net * /rate to 2 half-up)`, `round(/total / 3 to 2 half-even)`: one rounding, at the end, by name. A division
    /// is the last thing that happens inside.
    private Value rounded() throws Unreadable {
        tokens.expect("(");
        Value inner = quotientOrSum();
        tokens.expect("to");
        String digits = tokens.next("how many digits to keep behind the point was expected");
        if (!DIGITS.matcher(digits).matches()) {
            throw tokens.unreadableBefore("`%s` is no number of digits from 0 to 99".formatted(digits));
        }
        String word = tokens.next("how to round was expected: " + String.join(", ", Rounding.WORDS));
        Optional<Rounding> mode = Rounding.named(word);
        if (mode.isEmpty()) {
            throw tokens.unreadableBefore(
                    "`" + word + "` is no way of rounding", Words.suggestion(word, Rounding.WORDS));
        }
        tokens.expect(")");
        return inner instanceof Value.Quotient quotient
                ? new Value.Rounded(quotient.left(), Optional.of(quotient.right()), Integer.parseInt(digits), mode.get())
                : new Value.Rounded(inner, Optional.empty(), Integer.parseInt(digits), mode.get());
    }

    private Value quotientOrSum() throws Unreadable {
        boolean outside = dividing;
        dividing = true;
        Value first = product();
        if (tokens.take("/")) {
            Value divisor = factor();
            dividing = outside;
            return new Value.Quotient(first, divisor);
        }
        dividing = outside;
        Value all = sum(first);
        while (tokens.take("or")) {
            all = new Value.Otherwise(all, sum());
        }
        return all;
    }

    /// Where in an expression reading stopped, and why.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        final int offset;
        final String suggestion;

        Unreadable(int offset, String message, String suggestion) {
            super(message, null, false, false);
            this.offset = offset;
            this.suggestion = suggestion;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
