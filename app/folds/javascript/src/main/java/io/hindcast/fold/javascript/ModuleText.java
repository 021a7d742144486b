package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.fold.javascript.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a plain script of a module: exports become names, imports are taken out, and `const` and `let` become what the
/// engine scopes as JavaScript does. Every line and every column that stays keeps its place.
final class ModuleText {
    private final String text;
    private final List<Token> tokens;
    private final Edits edits;
    private final Places places;
    private final Map<String, String> exports = new LinkedHashMap<>();
    private final Map<String, Token> imported = new LinkedHashMap<>();
    private final List<Diagnostic> errors = new ArrayList<>();

    /// @param exports local names by exported name; what is declared outermost counts as exported too
    record Module(String text, Map<String, String> exports, List<Diagnostic> errors) {}

    private ModuleText(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
        this.edits = new Edits(text);
        this.places = new Places(text);
    }

    static Module read(String text) {
        return new ModuleText(text).run();
    }

    private Module run() {
        int depth = 0;
        var declared = new LinkedHashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("{") || token.is("(") || token.is("[") || (token.kind() == Kind.TEMPLATE && token.text().endsWith("${"))) {
                depth += token.kind() == Kind.TEMPLATE && token.text().startsWith("}") ? 0 : 1;
            } else if (token.is("}") || token.is(")") || token.is("]")
                    || (token.kind() == Kind.TEMPLATE && token.text().startsWith("}"))) {
                depth--;
            } else if (depth == 0 && token.is("export") && !isProperty(i)) {
                export(i);
            } else if (depth == 0 && token.is("import") && !isProperty(i)) {
                i = takeOut(i);
                continue;
            } else if ((token.is("const") || token.is("let")) && declares(i)) {
                edits.replace(token.start(), token.end(), depth == 0 ? "var" : "let");
                if (token.is("const")) {
                    edits.open(token.end(), "  ");
                }
            }
            if (depth == 0 && (token.is("function") || token.is("const") || token.is("let") || token.is("var"))
                    && tokens.get(i + 1).isName()) {
                declared.add(tokens.get(i + 1).text());
            }
        }
        unresolved();
        declared.forEach(name -> exports.putIfAbsent(name, name));
        return new Module(edits.apply(), exports, errors);
    }

    private boolean isProperty(int index) {
        return (index > 0 && (tokens.get(index - 1).is(".") || tokens.get(index - 1).is("?."))) || tokens.get(index + 1).is(":");
    }

    private boolean declares(int index) {
        Token next = tokens.get(index + 1);
        return !isProperty(index) && (next.isName() || next.is("{") || next.is("["));
    }

    private void export(int index) {
        Token token = tokens.get(index);
        Token next = tokens.get(index + 1);
        if (next.is("default")) {
            exportDefault(token, next, index);
        } else if (next.is("{")) {
            exportList(index);
        } else if (next.is("*")) {
            error(token, "this takes exports from another file, and other files are not read", "copy them into this one");
        } else {
            edits.blank(token.start(), next.start());
            int name = index + 2;
            if (tokens.get(name).is("*")) {
                name++;
            }
            if (tokens.get(name).isName()) {
                exports.put(tokens.get(name).text(), tokens.get(name).text());
            }
        }
    }

    private void exportDefault(Token token, Token word, int index) {
        Token next = tokens.get(index + 2);
        if (next.is("function") && tokens.get(index + 3).isName()) {
            edits.blank(token.start(), word.end());
            exports.put("default", tokens.get(index + 3).text());
            exports.put(tokens.get(index + 3).text(), tokens.get(index + 3).text());
        } else {
            edits.blank(token.start(), word.end());
            edits.open(word.end(), "$default =");
            exports.put("default", "$default");
        }
    }

    private void exportList(int index) {
        int i = index + 2;
        while (i < tokens.size() - 1 && !tokens.get(i).is("}")) {
            Token name = tokens.get(i);
            if (name.isName()) {
                boolean renamed = tokens.get(i + 1).is("as");
                exports.put(renamed ? tokens.get(i + 2).text() : name.text(), name.text());
                i += renamed ? 2 : 0;
            }
            i++;
        }
        int end = i + 1;
        if (tokens.get(end).is("from")) {
            error(tokens.get(index), "this takes exports from another file, and other files are not read",
                    "copy them into this one");
            end += 2;
        }
        edits.blank(tokens.get(index).start(), tokens.get(Math.min(end, tokens.size() - 1) - 1).end());
    }

    /// Takes an import out; answers its last token.
    private int takeOut(int index) {
        int i = index + 1;
        if (tokens.get(i).is("(")) {
            error(tokens.get(index), "other files are not read", "copy what is needed into this file");
            return i;
        }
        boolean types = tokens.get(i).is("type") && !tokens.get(i + 1).is("from") && !tokens.get(i + 1).is(",");
        while (tokens.get(i).kind() != Kind.STRING && tokens.get(i).kind() != Kind.END) {
            Token token = tokens.get(i);
            boolean renamed = tokens.get(i + 1).is("as");
            if (token.isName() && !renamed && !types && !Set.of("from", "as", "type").contains(token.text())) {
                boolean isType = tokens.get(i - 1).is("type");
                if (!isType) {
                    imported.put(token.text(), token);
                }
            }
            i++;
        }
        int last = tokens.get(i + 1).is(";") ? i + 1 : i;
        edits.blank(tokens.get(index).start(), tokens.get(last).end());
        return last;
    }

    /// An import that is used stops the script; one that was there for its types, or that nobody uses, does not.
    private void unresolved() {
        for (Token name : imported.values()) {
            tokens.stream()
                    .filter(token -> token.isName() && token.text().equals(name.text()) && token.start() > name.start())
                    .findFirst()
                    .ifPresent(use -> error(
                            use,
                            "`%s` comes from another file, and other files are not read".formatted(name.text()),
                            "copy it into this file"));
        }
    }

    private void error(Token token, String message, String suggestion) {
        errors.add(places.diagnostic(token.start(), message, suggestion));
    }
}
