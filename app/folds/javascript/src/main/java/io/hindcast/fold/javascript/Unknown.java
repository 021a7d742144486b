package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/// Says in words what the engine does not know of newer JavaScript, where a text it refuses has some of it.
final class Unknown {
    private Unknown() {}

    static List<Diagnostic> explain(String text, List<Diagnostic> found) {
        if (found.isEmpty()) {
            return found;
        }
        var places = new Places(text);
        List<Token> tokens = Tokens.of(text);
        var all = new ArrayList<Diagnostic>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("class") && tokens.get(i + 1).isName()) {
                all.add(places.diagnostic(token.start(), "classes are not known here", "write a function instead"));
            } else if (token.is("async") || token.is("await")) {
                all.add(places.diagnostic(token.start(), "a fold waits for nothing: `%s` is not known".formatted(token.text()), "delete it"));
            } else if (token.is("...") && isPattern(tokens, i)) {
                all.add(places.diagnostic(
                        token.start(),
                        "`...%s` in a pattern is not known here".formatted(tokens.get(i + 1).text()),
                        "copy with { ...x } and delete what is too much"));
            }
        }
        return all.isEmpty() ? found : all;
    }

    /// Whether the brace or parenthesis around is what something is assigned to.
    private static boolean isPattern(List<Token> tokens, int index) {
        int depth = 0;
        for (int i = index; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("{") || token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is("}") || token.is(")") || token.is("]")) {
                if (depth == 0) {
                    Token next = tokens.get(Math.min(i + 1, tokens.size() - 1));
                    return next.is("=") || next.is("=>");
                }
                depth--;
            }
        }
        return false;
    }
}
