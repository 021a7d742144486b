package io.hindcast.fold.javascript;

import io.hindcast.fold.javascript.Token.Kind;
import java.util.List;
import java.util.Set;

/// Finds where a type of TypeScript ends, without understanding it.
record TypeSkipper(List<Token> tokens, Set<String> words) {
    /// The token behind the type that begins here.
    int end(int from) {
        int i = from;
        while (true) {
            i = primary(i);
            Token next = tokens.get(i);
            if (next.is("|") || next.is("&") || next.is("is") || next.is("extends")) {
                i++;
            } else if (next.is("?") && i > from && conditional(i)) {
                i = end(i + 1);
                i += tokens.get(i).is(":") ? 1 : 0;
            } else {
                return i;
            }
        }
    }

    private boolean conditional(int i) {
        return i >= 2 && tokens.subList(Math.max(0, i - 6), i).stream().anyMatch(token -> token.is("extends"));
    }

    private int primary(int from) {
        int i = from;
        while (tokens.get(i).is("|") || tokens.get(i).is("&") || tokens.get(i).is("-")
                || (words.contains(tokens.get(i).text()) && tokens.get(i + 1).kind() != Kind.MARK)
                || (words.contains(tokens.get(i).text()) && (tokens.get(i + 1).is("(") || tokens.get(i + 1).is("{")))) {
            i++;
        }
        Token token = tokens.get(i);
        if (token.is("<")) {
            i = Math.max(i + 1, angles(i));
            token = tokens.get(i);
        }
        if (token.is("(")) {
            i = balanced(i);
            return tokens.get(i).is("=>") ? end(i + 1) : postfix(i);
        }
        if (token.is("{") || token.is("[")) {
            return postfix(balanced(i));
        }
        if (token.kind() == Kind.TEMPLATE) {
            while (!tokens.get(i).text().endsWith("`") && tokens.get(i).kind() != Kind.END) {
                i++;
            }
            return postfix(i + 1);
        }
        if (token.kind() == Kind.MARK || token.kind() == Kind.END) {
            return i;
        }
        i++;
        while (tokens.get(i).is(".") && tokens.get(i + 1).isName()) {
            i += 2;
        }
        if (tokens.get(i).is("<")) {
            i = Math.max(i, angles(i));
        }
        return postfix(i);
    }

    private int postfix(int from) {
        int i = from;
        while (tokens.get(i).is("[")) {
            i = balanced(i);
        }
        return i;
    }

    /// Behind the bracket that closes the one that stands here.
    int balanced(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return tokens.size() - 1;
    }

    /// Behind the angle that closes the one that stands here, -1 where these are no type arguments.
    int angles(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            if (token.is("<")) {
                depth++;
            } else if (token.is(">") || token.is(">>") || token.is(">>>")) {
                depth -= token.text().length();
                if (depth <= 0) {
                    return depth == 0 ? i + 1 : -1;
                }
            } else if (token.is("(") || token.is("[") || token.is("{")) {
                i = balanced(i) - 1;
            } else if (token.is(";") || token.is(")") || token.is("}") || token.is("&&") || token.is("||")) {
                return -1;
            }
        }
        return -1;
    }
}
