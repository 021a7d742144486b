package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.fold.javascript.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Blanks what TypeScript adds to JavaScript: annotations, interfaces, type aliases, generics, `as`, `satisfies`, `!`.
/// What stays keeps its line and its column. What means something at run time (`enum`, `namespace`) is an error that
/// says what to delete.
final class TypeAnnotations {
    private static final Set<String> WITH_A_BLOCK = Set.of("if", "for", "while", "switch", "catch", "with");
    private static final Set<String> BEFORE_A_VALUE =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof");
    private static final Set<String> TYPE_WORDS = Set.of("keyof", "typeof", "readonly", "infer", "unique", "asserts", "abstract");

    private final List<Token> tokens;
    private final Edits edits;
    private final Places places;
    private final TypeSkipper types;
    private final List<Diagnostic> errors = new ArrayList<>();
    private final boolean[] gone;
    private boolean found;

    /// @param found whether there was anything of TypeScript
    record Stripped(String text, boolean found, List<Diagnostic> errors) {}

    private TypeAnnotations(String text) {
        this.tokens = Tokens.of(text);
        this.edits = new Edits(text);
        this.places = new Places(text);
        this.types = new TypeSkipper(tokens, TYPE_WORDS);
        this.gone = new boolean[tokens.size()];
    }

    static Stripped strip(String text) {
        return new TypeAnnotations(text).run();
    }

    private Stripped run() {
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (!gone[i]) {
                at(i);
            }
        }
        return new Stripped(edits.apply(), found, errors);
    }

    private void at(int i) {
        Token token = tokens.get(i);
        if (beginsStatement(i) && declaration(i)) {
            return;
        }
        if ((token.is("const") || token.is("let") || token.is("var")) && !isProperty(i)) {
            variables(i + 1);
        } else if (token.is("(")) {
            parentheses(i);
        } else if (token.is("<")) {
            typeArguments(i);
        } else if ((token.is("as") || token.is("satisfies")) && endsValue(i - 1) && startsType(i + 1) && !isProperty(i)) {
            blank(i, types.end(i + 1));
        } else if (token.is("!") && endsValue(i - 1) && sameLine(i - 1, i) && !endsOperand(i + 1)) {
            blank(i, i + 1);
        }
    }

    private boolean declaration(int i) {
        int word = tokens.get(i).is("export") ? i + 1 : i;
        word += tokens.get(word).is("declare") && tokens.get(word + 1).isName() ? 1 : 0;
        Token token = tokens.get(word);
        Token next = tokens.get(word + 1);
        if (token.is("interface") && next.isName()) {
            int brace = word;
            while (!tokens.get(brace).is("{") && tokens.get(brace).kind() != Kind.END) {
                brace++;
            }
            blank(i, types.balanced(brace));
            return true;
        }
        if (token.is("type") && next.isName() && (tokens.get(word + 2).is("=") || tokens.get(word + 2).is("<"))) {
            int end = tokens.get(word + 2).is("<") ? types.angles(word + 2) : word + 2;
            end = types.end(end + 1);
            blank(i, tokens.get(end).is(";") ? end + 1 : end);
            return true;
        }
        boolean atRunTime = ((token.is("enum") || token.is("namespace") || token.is("module") || token.is("abstract"))
                        && next.isName())
                || (token.is("const") && next.is("enum"));
        if (atRunTime) {
            errors.add(places.diagnostic(
                    token.start(),
                    "`%s` of TypeScript is code, not a type, and is not known here".formatted(token.text()),
                    "delete it and write what it stands for"));
        }
        return false;
    }

    private boolean beginsStatement(int i) {
        if (i == 0) {
            return true;
        }
        Token before = tokens.get(i - 1);
        return before.is(";") || before.is("}") || before.is("{") || !sameLine(i - 1, i) || gone[i - 1];
    }

    /// `name: Type = value, other: Type`.
    private void variables(int from) {
        int i = from;
        Token name = tokens.get(i);
        int behind = name.is("{") || name.is("[") ? types.balanced(i) : i + 1;
        if (tokens.get(behind).is("!") && tokens.get(behind + 1).is(":")) {
            blank(behind, behind + 1);
            behind++;
        }
        if (tokens.get(behind).is(":")) {
            blank(behind, types.end(behind + 1));
        }
    }

    /// Parameters of a function, a method or an arrow; nothing else in parentheses.
    private void parentheses(int open) {
        int close = types.balanced(open) - 1;
        if (close >= tokens.size() - 1 || !isParameterList(open, close)) {
            return;
        }
        int i = open + 1;
        while (i < close) {
            i = parameter(i, close);
        }
        if (tokens.get(close + 1).is(":")) {
            blank(close + 1, types.end(close + 2));
        }
    }

    private boolean isParameterList(int open, int close) {
        Token next = tokens.get(close + 1);
        Token before = open == 0 ? tokens.getLast() : tokens.get(open - 1);
        boolean named = before.isName() && !WITH_A_BLOCK.contains(before.text());
        boolean function = before.is("function") || (named && open > 1 && isFunctionWord(open - 2)) || before.is(">");
        if (next.is("=>")) {
            return true;
        }
        if (next.is("{")) {
            return function || named || before.kind() == Kind.STRING || before.is("]");
        }
        if (!next.is(":")) {
            return false;
        }
        int end = types.end(close + 2);
        Token behind = tokens.get(Math.min(end, tokens.size() - 1));
        return (behind.is("=>") && !before.is("?")) || (behind.is("{") && (function || named || before.is("]")));
    }

    private boolean isFunctionWord(int i) {
        return tokens.get(i).is("function") || tokens.get(i).is("*");
    }

    private int parameter(int from, int close) {
        int i = from;
        while (Set.of("public", "private", "protected", "readonly").contains(tokens.get(i).text())
                && tokens.get(i + 1).isName()) {
            blank(i, i + 1);
            i++;
        }
        i += tokens.get(i).is("...") ? 1 : 0;
        i = tokens.get(i).is("{") || tokens.get(i).is("[") ? types.balanced(i) : i + 1;
        if (i < close && tokens.get(i).is("?")) {
            blank(i, i + 1);
            i++;
        }
        if (i < close && tokens.get(i).is(":")) {
            int end = types.end(i + 1);
            blank(i, end);
            i = end;
        }
        while (i < close && !tokens.get(i).is(",")) {
            boolean nested = tokens.get(i).is("(") || tokens.get(i).is("{") || tokens.get(i).is("[");
            i = nested ? types.balanced(i) : i + 1;
        }
        return i + 1;
    }

    /// `name<Type>(…)`, `function name<T>(…)`, `<T>(x: T) => …`; a comparison is left alone.
    private void typeArguments(int i) {
        int end = types.angles(i);
        if (end < 0 || (!tokens.get(end).is("(") && !(i > 0 && tokens.get(i - 1).isName() && tokens.get(end).kind() == Kind.TEMPLATE))) {
            return;
        }
        boolean named = i > 0 && tokens.get(i - 1).isName() && !BEFORE_A_VALUE.contains(tokens.get(i - 1).text());
        boolean arrow = !endsValue(i - 1) && isParameterList(end, types.balanced(end) - 1);
        if (named || arrow || (i > 0 && tokens.get(i - 1).is("function"))) {
            blank(i, end);
        }
    }

    private boolean isProperty(int i) {
        return i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("?."));
    }

    private boolean endsValue(int i) {
        if (i < 0) {
            return false;
        }
        Token token = tokens.get(i);
        return switch (token.kind()) {
            case NAME -> !BEFORE_A_VALUE.contains(token.text());
            case NUMBER, STRING, REGEX -> true;
            case TEMPLATE -> token.text().endsWith("`");
            case MARK -> token.is(")") || token.is("]") || token.is("}");
            case END -> false;
        };
    }

    private boolean startsType(int i) {
        Token token = tokens.get(i);
        return token.isName()
                || token.kind() == Kind.STRING
                || token.kind() == Kind.NUMBER
                || token.is("{")
                || token.is("[")
                || token.is("(");
    }

    /// Whether what follows a `!` makes it a negation.
    private boolean endsOperand(int i) {
        Token token = tokens.get(i);
        return (token.isName() && !token.is("as")) || token.is("(") || token.kind() == Kind.STRING || token.is("!");
    }

    private boolean sameLine(int one, int two) {
        return places.text().substring(tokens.get(one).end(), tokens.get(two).start()).indexOf('\n') < 0;
    }

    private void blank(int from, int to) {
        found = true;
        for (int i = from; i < to && i < gone.length; i++) {
            gone[i] = true;
        }
        int last = Math.min(to, tokens.size()) - 1;
        if (last >= from) {
            edits.blank(tokens.get(from).start(), tokens.get(last).end());
        }
    }
}
