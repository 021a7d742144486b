package io.hindcast.fold.javascript;

import io.hindcast.fold.javascript.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a script, or one with TypeScript in it, into tokens. Knows where a slash begins a regular expression and where a
/// template goes on; never fails: what it does not know is a mark of one character.
final class Tokens {
    private static final List<String> MARKS = List.of(
            ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=",
            "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**");
    private static final Set<String> BEFORE_A_REGEX = Set.of(
            "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final ArrayDeque<Integer> templates = new ArrayDeque<>();
    private int depth;
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /// All tokens; the last is of kind END.
    static List<Token> of(String text) {
        return new Tokens(text).run();
    }

    private List<Token> run() {
        while (true) {
            skipSpace();
            if (at >= text.length()) {
                tokens.add(new Token(Kind.END, "", text.length(), text.length()));
                return tokens;
            }
            next();
        }
    }

    private void next() {
        int start = at;
        char c = text.charAt(at);
        if (Character.isJavaIdentifierStart(c) || c == '#' || c == '@') {
            at++;
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            add(Kind.NAME, start);
        } else if ((c >= '0' && c <= '9') || (c == '.' && isDigit(at + 1))) {
            number();
            add(Kind.NUMBER, start);
        } else if (c == '"' || c == '\'') {
            quoted(c);
            add(Kind.STRING, start);
        } else if (c == '`') {
            at++;
            template(start);
        } else if (c == '}' && !templates.isEmpty() && templates.peek() == depth) {
            templates.pop();
            depth--;
            at++;
            template(start);
        } else if (c == '/' && regexMayBegin()) {
            regex();
            add(Kind.REGEX, start);
        } else {
            mark(start, c);
        }
    }

    private void mark(int start, char c) {
        String mark = MARKS.stream().filter(one -> text.startsWith(one, start)).findFirst().orElse(String.valueOf(c));
        if (mark.equals("?.") && isDigit(at + 2)) {
            mark = "?";
        }
        at += mark.length();
        if (c == '{') {
            depth++;
        } else if (c == '}') {
            depth--;
        }
        add(Kind.MARK, start);
    }

    private void add(Kind kind, int start) {
        tokens.add(new Token(kind, text.substring(start, at), start, at));
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at) || (text.startsWith("#!", at) && at == 0)) {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    private void number() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean sign = (c == '+' || c == '-') && "eE".indexOf(text.charAt(at - 1)) >= 0 && !isHex();
            if (!Character.isJavaIdentifierPart(c) && c != '.' && !sign) {
                return;
            }
            at++;
        }
    }

    private boolean isHex() {
        int start = at;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.startsWith("0x", start) || text.startsWith("0X", start);
    }

    private void quoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    /// Goes on to the end of the template, or to its next expression.
    private void template(int start) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at = Math.min(at + 2, text.length());
            } else if (c == '`') {
                at++;
                break;
            } else if (text.startsWith("${", at)) {
                at += 2;
                depth++;
                templates.push(depth);
                break;
            } else {
                at++;
            }
        }
        add(Kind.TEMPLATE, start);
    }

    private boolean regexMayBegin() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token before = tokens.getLast();
        return switch (before.kind()) {
            case NAME -> BEFORE_A_REGEX.contains(before.text());
            case NUMBER, STRING, REGEX, END -> false;
            case TEMPLATE -> before.text().endsWith("${");
            case MARK -> !before.is(")") && !before.is("]") && !before.is("}");
        };
    }

    private void regex() {
        boolean inClass = false;
        at++;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                at++;
                break;
            }
            at++;
        }
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        at = Math.min(at, text.length());
    }
}
