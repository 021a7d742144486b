package io.hindcast.engine.find;

import java.util.ArrayList;
import java.util.List;

/// A word or sign of a condition.
///
/// @param offset where it stands, 0-based
/// @param quoted whether it stood in quotes, single or double
record Word(String text, int offset, boolean quoted) {
    private static final String SIGNS = "<>=!&|";

    boolean is(String other) {
        return !quoted && text.equalsIgnoreCase(other);
    }

    static List<Word> of(String condition) throws Unclear {
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < condition.length()) {
            char c = condition.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int end = end(condition, at);
            boolean quoted = c == '"' || c == '\'';
            words.add(new Word(
                    quoted ? condition.substring(at + 1, end - 1) : condition.substring(at, end), at, quoted));
            at = end;
        }
        return words;
    }

    private static int end(String text, int start) throws Unclear {
        char first = text.charAt(start);
        if (first == '"' || first == '\'') {
            int close = text.indexOf(first, start + 1);
            if (close < 0) {
                throw new Unclear(start, "the quote is never closed", "");
            }
            return close + 1;
        }
        if (first == '(' || first == ')') {
            return start + 1;
        }
        boolean sign = SIGNS.indexOf(first) >= 0;
        int end = start + 1;
        while (end < text.length() && goesOn(text.charAt(end), sign)) {
            end++;
        }
        return end;
    }

    private static boolean goesOn(char c, boolean sign) {
        return sign
                ? SIGNS.indexOf(c) >= 0
                : !Character.isWhitespace(c) && SIGNS.indexOf(c) < 0 && "()\"'".indexOf(c) < 0;
    }
}
