package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a person should know about a script that works.
final class Remarks {
    private static final Set<String> BINARY_MATH = Set.of(
            "pow", "sqrt", "cbrt", "exp", "log", "log10", "log2", "log1p", "expm1", "hypot", "sin", "cos", "tan", "fround");

    private final Places places;
    private final List<Token> tokens;
    private final List<Diagnostic> remarks = new ArrayList<>();

    private Remarks(String text) {
        this.places = new Places(text);
        this.tokens = Tokens.of(text);
    }

    static List<Diagnostic> about(String text, Realm realm) {
        var remarks = new Remarks(text);
        remarks.scan();
        Definition.Builder heard = realm.heard();
        if (heard.hasSource && !heard.isPerStream && heard.partition == null && heard.streams.size() != 1) {
            remarks.first("when", "this projection folds all its streams into one state; here each stream is folded by itself",
                    "add .foreachStream() to say so");
        }
        return List.copyOf(remarks.remarks);
    }

    private void scan() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean called = tokens.get(i + 1).is("(");
            boolean member = i > 0 && tokens.get(i - 1).is(".");
            if (called && ProjectionWords.WRITING.contains(token.text()) && !(member && token.text().equals("emit"))) {
                add(token, "`%s` writes nothing here: Hindcast only reads".formatted(token.text()), "");
            } else if (called && member && tokens.get(i - 2).is("Math") && BINARY_MATH.contains(token.text())) {
                add(token, "Math.%s is reckoned in binary; amounts lose digits in it".formatted(token.text()), "");
            } else if (token.is("/") || token.is("/=")) {
                add(token, "a division that does not come to an end is reckoned in binary",
                        "for amounts: a.div(b, 2, \"HALF_EVEN\")");
            } else if (token.is("**") || token.is("**=")) {
                add(token, "powers are reckoned in binary", "multiply instead");
            }
        }
    }

    private void first(String word, String message, String suggestion) {
        tokens.stream().filter(token -> token.is(word)).findFirst().ifPresent(token -> add(token, message, suggestion));
    }

    private void add(Token token, String message, String suggestion) {
        remarks.add(places.diagnostic(token.start(), message, suggestion));
    }
}
