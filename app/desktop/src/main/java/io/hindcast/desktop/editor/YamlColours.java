package io.hindcast.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours of YAML and JSON: keys, texts, numbers, paths, comments. Line by line; a text over several lines is coloured
/// as plain words.
final class YamlColours implements Colouring {
    private static final Pattern PIECES = Pattern.compile(
            "(?<comment>(?<=^|\\s)#.*)"
                    + "|(?<quoted>\"(?:[^\"\\\\]|\\\\.)*\"?|'(?:[^']|'')*'?)(?<keyed>\\s*:(?=\\s|$))?"
                    + "|(?<key>[\\p{L}_][\\p{L}\\p{N}_.*$\\-]*(?:\\s*,\\s*[\\p{L}_][\\p{L}\\p{N}_.*$\\-]*)*)(?=\\s*:(?:\\s|$))"
                    + "|(?<number>(?<![\\p{L}\\p{N}_])-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?![\\p{L}\\p{N}_]))"
                    + "|(?<path>(?<![\\p{L}\\p{N}])/[^\\s,{}\\[\\]()]*)"
                    + "|(?<word>\\b(?:true|false|null|yes|no|ignore|merge|problem|state|metadata|event|and|or|is|not|present|missing|number|text)\\b)"
                    + "|(?<mark>[:,{}\\[\\]()=<>+*|-]+)");

    @Override
    public List<List<Piece>> of(String text) {
        var lines = new ArrayList<List<Piece>>();
        for (String line : text.split("\n", -1)) {
            lines.add(pieces(line));
        }
        return lines;
    }

    private static List<Piece> pieces(String line) {
        var pieces = new ArrayList<Piece>();
        Matcher found = PIECES.matcher(line);
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new Piece(Kind.PLAIN, line.substring(end, found.start())));
            }
            if (found.group().isEmpty()) {
                continue;
            }
            pieces.add(new Piece(kind(found), found.group()));
            end = found.end();
        }
        if (end < line.length()) {
            pieces.add(new Piece(Kind.PLAIN, line.substring(end)));
        }
        return pieces;
    }

    private static Kind kind(Matcher found) {
        if (found.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (found.group("quoted") != null) {
            return found.group("keyed") != null ? Kind.KEY : Kind.TEXT;
        }
        if (found.group("key") != null) {
            return Kind.KEY;
        }
        if (found.group("number") != null) {
            return Kind.NUMBER;
        }
        if (found.group("path") != null) {
            return Kind.PATH;
        }
        return found.group("word") != null ? Kind.WORD : Kind.MARK;
    }
}
