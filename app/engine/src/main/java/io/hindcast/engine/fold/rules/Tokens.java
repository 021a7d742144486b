package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.rules.Expression.Unreadable;
import java.util.ArrayList;
import java.util.List;

/// The words and signs of an expression, one after the other. Text in single quotes is one token that begins with `'`.
final class Tokens {
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final int length;
    private int at;

    Tokens(String text) throws Unreadable {
        length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '\'') {
                i = quoted(text, i);
            } else if (c == '(' || c == ')' || isSign(text, i)) {
                i = add(text, i, i + 1);
            } else {
                i = add(text, i, endOfWord(text, i));
            }
        }
    }

    /// A minus directly before a path or an opening parenthesis.
    private static boolean isSign(String text, int i) {
        return text.charAt(i) == '-' && i + 1 < text.length() && (text.charAt(i + 1) == '/' || text.charAt(i + 1) == '(');
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && text.charAt(end) != '('
                && text.charAt(end) != ')') {
            end++;
        }
        return end;
    }

    private int quoted(String text, int start) throws Unreadable {
        int end = text.indexOf('\'', start + 1);
        if (end < 0) {
            throw new Unreadable(start, "the quote is never closed", "");
        }
        tokens.add(text.substring(start, end));
        offsets.add(start);
        return end + 1;
    }

    private int add(String text, int start, int end) {
        tokens.add(text.substring(start, end));
        offsets.add(start);
        return end;
    }

    boolean sees(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    boolean seesPath() {
        return at < tokens.size() && tokens.get(at).startsWith("/");
    }

    boolean take(String token) {
        if (sees(token)) {
            at++;
            return true;
        }
        return false;
    }

    String next(String expected) throws Unreadable {
        if (at == tokens.size()) {
            throw unreadable(expected);
        }
        return tokens.get(at++);
    }

    void expect(String token) throws Unreadable {
        if (!take(token)) {
            throw unreadable("`" + token + "` was expected");
        }
    }

    void end() throws Unreadable {
        if (at < tokens.size()) {
            throw unreadable("`" + tokens.get(at) + "` was not expected here");
        }
    }

    Unreadable unreadable(String reason) {
        return new Unreadable(at < offsets.size() ? offsets.get(at) : length, reason, "");
    }

    Unreadable unreadableBefore(String reason) {
        return unreadableBefore(reason, "");
    }

    Unreadable unreadableBefore(String reason, String suggestion) {
        return new Unreadable(offsets.get(at - 1), reason, suggestion);
    }
}
