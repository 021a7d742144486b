package io.hindcast.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours of JavaScript: words of the language, texts, numbers, comments. Comments and texts in back quotes may go over
/// several lines.
final class ScriptColours implements Colouring {
    private static final Pattern PIECES = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z))"
                    + "|(?<text>\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\\n]|\\\\.)*'?|`(?:[^`\\\\]|\\\\(?s:.))*`?)"
                    + "|(?<key>(?:[$\\p{L}_][$\\p{L}\\p{N}_]*)(?=\\s*:))"
                    + "|(?<word>\\b(?:const|let|var|function|return|if|else|for|of|in|while|do|switch|case|default|break|continue|new|typeof|instanceof|delete|throw|try|catch|finally|class|extends|this|true|false|null|undefined)\\b)"
                    + "|(?<number>(?<![\\p{L}\\p{N}_$])\\d[\\d_]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?n?)"
                    + "|(?<mark>[{}()\\[\\];,.=<>+*/!?&|:-]+)");

    @Override
    public List<List<Piece>> of(String text) {
        var lines = new ArrayList<List<Piece>>();
        lines.add(new ArrayList<>());
        Matcher found = PIECES.matcher(text);
        int end = 0;
        while (found.find()) {
            add(lines, Kind.PLAIN, text.substring(end, found.start()));
            add(lines, kind(found), found.group());
            end = found.end();
        }
        add(lines, Kind.PLAIN, text.substring(end));
        return lines;
    }

    private static void add(List<List<Piece>> lines, Kind kind, String text) {
        String[] parts = text.split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                lines.add(new ArrayList<>());
            }
            if (!parts[i].isEmpty()) {
                lines.getLast().add(new Piece(kind, parts[i]));
            }
        }
    }

    private static Kind kind(Matcher found) {
        if (found.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (found.group("text") != null) {
            return Kind.TEXT;
        }
        if (found.group("key") != null) {
            return Kind.KEY;
        }
        if (found.group("word") != null) {
            return Kind.WORD;
        }
        return found.group("number") != null ? Kind.NUMBER : Kind.MARK;
    }
}
