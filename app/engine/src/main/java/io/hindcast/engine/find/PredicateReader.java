package io.hindcast.engine.find;

import io.hindcast.engine.fold.Comparison;
import io.hindcast.engine.fold.Spelling;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a [Predicate]. Nesting is bounded.
final class PredicateReader {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,5})?");
    private static final List<String> AFTER_A_VALUE =
            List.of("=", "!=", "<", "<=", ">", ">=", "is", "contains", "and", "or");
    private static final int DEEPEST = 50;

    private final String text;
    private final List<Word> words;
    private final Set<FieldPath> fields = new LinkedHashSet<>();
    private final Set<String> bareWords = new LinkedHashSet<>();
    private int at;
    private int depth;

    PredicateReader(String text) throws Unclear {
        this.text = text;
        this.words = Word.of(text);
    }

    Predicate read() throws Unclear {
        if (words.isEmpty()) {
            throw new Unclear(0, "a condition was expected", "balance < 0");
        }
        Check test = any();
        if (at < words.size()) {
            Word word = words.get(at);
            throw new Unclear(word.offset(), "`" + word.text() + "` was not expected here", suggestion(word, AFTER_A_VALUE));
        }
        return new Predicate(text, test, List.copyOf(fields), List.copyOf(bareWords));
    }

    private Check any() throws Unclear {
        var parts = new ArrayList<>(List.of(all()));
        while (take("or") || take("||")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Check.Any(List.copyOf(parts));
    }

    private Check all() throws Unclear {
        var parts = new ArrayList<>(List.of(single()));
        while (take("and") || take("&&")) {
            parts.add(single());
        }
        return parts.size() == 1 ? parts.getFirst() : new Check.All(List.copyOf(parts));
    }

    private Check single() throws Unclear {
        if (++depth > DEEPEST) {
            throw unclear("the condition is nested too deeply");
        }
        try {
            if (take("not") || take("!")) {
                return new Check.Not(single());
            }
            if (sees("(") && groupHoldsAComparison()) {
                at++;
                Check inner = any();
                expect(")");
                return inner;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    /// Tells `(a < 1 or b < 1)` from `(a + b) < 1`.
    private boolean groupHoldsAComparison() {
        int open = 0;
        for (int i = at; i < words.size(); i++) {
            Word word = words.get(i);
            open += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (open == 0) {
                return false;
            }
            if (!word.quoted()
                    && (Comparison.of(word.text()).isPresent() || word.is("is") || word.is("contains") || word.is("not"))) {
                return true;
            }
        }
        return false;
    }

    private Check comparison() throws Unclear {
        Operand left = sum(true);
        if (take("is")) {
            return presence(left);
        }
        if (take("contains")) {
            return new Check.Contains(left, sum(false));
        }
        Word sign = next("a comparison (=, !=, <, <=, >, >=, contains) or `is present` was expected");
        Comparison comparison = Comparison.of(sign.quoted() ? "" : sign.text())
                .orElseThrow(() -> new Unclear(
                        sign.offset(),
                        "`" + sign.text() + "` is no comparison (=, !=, <, <=, >, >=, contains)",
                        suggestion(sign, AFTER_A_VALUE)));
        Operand right = sum(false);
        if (right instanceof Operand.Constant(Null _)
                && (comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL)) {
            return new Check.Presence(left, comparison == Comparison.NOT_EQUAL);
        }
        return new Check.Compared(left, comparison, right);
    }

    private Check presence(Operand left) throws Unclear {
        boolean not = take("not");
        if (take("present")) {
            return new Check.Presence(left, !not);
        }
        if (take("missing") || take("null")) {
            return new Check.Presence(left, not);
        }
        throw unclear("`present` or `missing` was expected after `is`");
    }

    /// @param leftSide where a bare word is a field; on the right it is text unless it is reckoned with
    private Operand sum(boolean leftSide) throws Unclear {
        boolean wordsAreFields = leftSide || isArithmetic();
        Operand value = product(wordsAreFields);
        while (sees("+") || sees("-")) {
            char operator = words.get(at++).text().charAt(0);
            value = new Operand.Arithmetic(operator, value, product(wordsAreFields));
        }
        return value;
    }

    private boolean isArithmetic() {
        return at + 1 < words.size()
                && (words.get(at).is("(")
                        || words.get(at + 1).is("+")
                        || words.get(at + 1).is("-")
                        || words.get(at + 1).is("*"));
    }

    private Operand product(boolean wordsAreFields) throws Unclear {
        Operand value = factor(wordsAreFields);
        while (take("*")) {
            value = new Operand.Arithmetic('*', value, factor(wordsAreFields));
        }
        return value;
    }

    private Operand factor(boolean wordsAreFields) throws Unclear {
        Word word = next("a value was expected");
        if (word.quoted()) {
            return new Operand.Constant(new Text(word.text()));
        }
        if (word.is("(")) {
            if (++depth > DEEPEST) {
                throw unclear("the condition is nested too deeply");
            }
            Operand inner = sum(true);
            depth--;
            expect(")");
            return inner;
        }
        return plain(word, wordsAreFields);
    }

    private Operand plain(Word word, boolean wordsAreFields) throws Unclear {
        String written = word.text();
        if (NUMBER.matcher(written).matches()) {
            return new Operand.Constant(Num.parse(written));
        }
        if (written.startsWith("/")) {
            return field(FieldPath.parse(written));
        }
        Optional<Operand> constant = switch (written) {
            case "true" -> Optional.of(new Operand.Constant(Bool.TRUE));
            case "false" -> Optional.of(new Operand.Constant(Bool.FALSE));
            case "null" -> Optional.of(new Operand.Constant(Null.NULL));
            default -> Optional.empty();
        };
        if (constant.isPresent()) {
            return constant.get();
        }
        if (!Character.isLetter(written.charAt(0)) && written.charAt(0) != '_' && written.charAt(0) != '$') {
            throw new Unclear(word.offset(), "`" + written + "` is no value", "put quotes around text");
        }
        if (wordsAreFields) {
            return field(new FieldPath(List.of(written.split("\\.", -1))));
        }
        bareWords.add(written);
        return new Operand.Constant(new Text(written));
    }

    private Operand field(FieldPath path) {
        fields.add(path);
        return new Operand.Field(path);
    }

    private boolean sees(String word) {
        return at < words.size() && words.get(at).is(word);
    }

    private boolean take(String word) {
        boolean there = sees(word);
        at += there ? 1 : 0;
        return there;
    }

    private Word next(String expected) throws Unclear {
        if (at == words.size()) {
            throw unclear(expected);
        }
        return words.get(at++);
    }

    private void expect(String word) throws Unclear {
        if (!take(word)) {
            throw unclear("`" + word + "` was expected");
        }
    }

    private Unclear unclear(String reason) {
        return new Unclear(at < words.size() ? words.get(at).offset() : text.length(), reason, "");
    }

    private static String suggestion(Word word, List<String> known) {
        return Spelling.nearest(word.text(), known)
                .map("did you mean `%s`?"::formatted)
                .orElse("");
    }
}
