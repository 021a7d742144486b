package io.hindcast.connector.jdbc.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads values and conditions out of one line of a layout file, word by word.
final class Scanner {
    private final String file;
    private final int line;
    private final String text;
    private int at;

    Scanner(String file, int line, String text) {
        this.file = file;
        this.line = line;
        this.text = text;
    }

    /// A value that fills the line.
    Value onlyValue() {
        var value = value();
        if (!atEnd()) {
            throw trouble("'" + text.substring(at) + "' after the value is not understood");
        }
        return value;
    }

    /// Values separated by commas.
    List<Value> values() {
        var values = new ArrayList<Value>();
        do {
            values.add(value());
        } while (accept(","));
        if (!atEnd()) {
            throw trouble("'" + text.substring(at) + "' after the value is not understood");
        }
        return values;
    }

    /// The whole line as a template, spaces included.
    Value sentence() {
        return new Value(template(""), List.of());
    }

    /// Conditions joined with `and`.
    Condition condition() {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(comparison());
        } while (acceptWord("and"));
        if (!atEnd()) {
            throw trouble("'" + text.substring(at) + "' after the condition is not understood");
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition comparison() {
        var value = value();
        refuseIncomparable(value);
        if (acceptWord("contains")) {
            return new Condition.Contains(value, quoted());
        }
        if (!acceptWord("is")) {
            throw trouble("expected 'is' or 'contains' after the value");
        }
        if (acceptWord("null")) {
            return new Condition.IsNull(value);
        }
        if (acceptWord("not")) {
            return peek() == '{'
                    ? new Condition.Differs(value, comparable())
                    : new Condition.IsNot(value, quoted());
        }
        return peek() == '{' ? new Condition.Same(value, comparable()) : new Condition.Is(value, quoted());
    }

    private Value comparable() {
        var value = value();
        refuseIncomparable(value);
        return value;
    }

    private void refuseIncomparable(Value value) {
        boolean cut = value.steps().stream()
                .allMatch(step -> step instanceof Step.Before
                        || (step instanceof Step.After(String text) && text.length() == 1));
        if (!cut || value.onlyColumn().isEmpty() || value.otherwise().isPresent()) {
            throw trouble("a condition compares one column, or the part of it before a text or after a single sign");
        }
    }

    private Value value() {
        var pieces = template(" \t,|");
        var steps = new ArrayList<Step>();
        while (accept("|")) {
            steps.add(step());
        }
        var value = new Value(pieces, steps);
        return acceptWord("or") ? value.or(alternative()) : value;
    }

    /// A value of other columns, or a text that stands for all rows without a value.
    private Value alternative() {
        return peek() == '"' || peek() == '\''
                ? new Value(List.of(new Piece.Literal(quoted())), List.of())
                : value();
    }

    private List<Piece> template(String ends) {
        skipSpace();
        var pieces = new ArrayList<Piece>();
        var literal = new StringBuilder();
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '{') {
                flush(literal, pieces);
                pieces.add(column());
            } else {
                literal.append(text.charAt(at++));
            }
        }
        flush(literal, pieces);
        if (pieces.stream().noneMatch(Piece.Column.class::isInstance)) {
            throw trouble("expected a column in braces, such as {stream_name}");
        }
        return pieces;
    }

    private static void flush(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Piece column() {
        int close = text.indexOf('}', at);
        if (close < 0) {
            throw trouble("the brace before '" + text.substring(at + 1) + "' is never closed");
        }
        String name = text.substring(at + 1, close).strip();
        at = close + 1;
        boolean optional = name.endsWith("?");
        String bare = optional ? name.substring(0, name.length() - 1) : name;
        if (bare.isBlank()) {
            throw trouble("a column without a name");
        }
        return new Piece.Column(bare, optional);
    }

    private Step step() {
        String word = word();
        return switch (word) {
            case "before" -> new Step.Before(quoted());
            case "after" -> new Step.After(quoted());
            case "before-last" -> new Step.BeforeLast(quoted());
            case "after-last" -> new Step.AfterLast(quoted());
            case "without-start" -> new Step.WithoutStart(quoted());
            case "without" -> new Step.Without(quoted());
            case "json" -> new Step.Json(pointer());
            case "unzip" -> new Step.Unzip();
            case "hex" -> new Step.Hex();
            case "member" -> new Step.Member(pointer());
            case "hstore" -> new Step.Hstore();
            case "hstore-member" -> new Step.HstoreMember(quoted());
            case "uuid" -> new Step.Uuid(false);
            case "uuid-reordered" -> new Step.Uuid(true);
            case "unquote" -> new Step.Unquote();
            case "hlc" -> new Step.Clock();
            case "named" -> new Step.Named(names());
            case "time" -> new Step.Time(timeForm());
            default ->
                throw trouble("'" + word + "' is no step; the steps are before, after, before-last, after-last, "
                        + "without, without-start, json, unzip, hex, uuid, uuid-reordered, unquote, member, hstore, "
                        + "hstore-member, hlc, named and time");
        };
    }

    private String pointer() {
        String pointer = quoted();
        if (!pointer.startsWith("/")) {
            throw trouble("a JSON Pointer begins with /, not '" + pointer + "'");
        }
        return pointer;
    }

    /// `"0=added" "1=changed"`.
    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        do {
            String pair = quoted();
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw trouble("a name is written \"value=name\", not '" + pair + "'");
            }
            names.put(pair.substring(0, equals), pair.substring(equals + 1));
            skipSpace();
        } while (peek() == '"' || peek() == '\'');
        return names;
    }

    private TimeForm timeForm() {
        String word = word();
        Optional<TimeForm> form = TimeForm.named(word);
        return form.orElseThrow(() -> trouble(
                "'" + word + "' is no way to write a time; they are instant, utc, iso, millis, seconds, micros and hlc"));
    }

    private String quoted() {
        skipSpace();
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            throw trouble("expected a text in quotes");
        }
        int close = text.indexOf(quote, at + 1);
        if (close < 0) {
            throw trouble("the quote before '" + text.substring(at + 1) + "' is never closed");
        }
        String inside = text.substring(at + 1, close);
        at = close + 1;
        return inside;
    }

    private String word() {
        skipSpace();
        int from = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean acceptWord(String word) {
        int before = at;
        if (word().equals(word)) {
            skipSpace();
            return true;
        }
        at = before;
        return false;
    }

    private boolean accept(String sign) {
        skipSpace();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean atEnd() {
        skipSpace();
        return at == text.length();
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private LayoutException trouble(String message) {
        return new LayoutException(file, line, message);
    }
}
