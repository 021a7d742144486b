package io.hindcast.connector.tck.postgresql;

import java.util.ArrayList;
import java.util.List;

/// Cuts SQL text into statements at the semicolons that end one: not those inside quotes, dollar quotes, comments
/// or the body of a SQL-standard function.
final class StatementSplitter {
    private enum Inside {
        NOTHING,
        TEXT,
        ESCAPED_TEXT,
        NAME,
        DOLLARS,
        COMMENT
    }

    private final StringBuilder statement = new StringBuilder();
    private Inside inside = Inside.NOTHING;
    private String dollarTag = "";
    private int commentDepth;
    private int bodyDepth;
    private String lastWord = "";
    private int endOfLastWord = -1;

    /// Whether nothing of a statement has been seen since the last one ended.
    boolean isBetweenStatements() {
        return inside == Inside.NOTHING && statement.toString().isBlank();
    }

    /// Takes the next line and gives the statements that end in it, without their semicolon.
    List<String> add(String line) {
        var complete = new ArrayList<String>();
        int at = 0;
        while (at < line.length()) {
            if (inside == Inside.NOTHING && line.startsWith("--", at)) {
                break;
            }
            boolean ends = inside == Inside.NOTHING && bodyDepth == 0 && line.charAt(at) == ';';
            int next = step(line, at);
            if (ends) {
                complete.add(statement.toString());
                statement.setLength(0);
            } else {
                statement.append(line, at, next);
            }
            at = next;
        }
        statement.append('\n');
        endOfLastWord = -1;
        complete.removeIf(String::isBlank);
        return complete;
    }

    /// Goes over one token and gives the place behind it.
    private int step(String line, int at) {
        return switch (inside) {
            case NOTHING -> outside(line, at);
            case TEXT -> until(line, at, '\'');
            case NAME -> until(line, at, '"');
            case ESCAPED_TEXT -> line.charAt(at) == '\\' ? Math.min(at + 2, line.length()) : until(line, at, '\'');
            case DOLLARS -> untilTag(line, at);
            case COMMENT -> inComment(line, at);
        };
    }

    private int outside(String line, int at) {
        char c = line.charAt(at);
        if (c == '\'') {
            boolean escaped = lastWord.equalsIgnoreCase("E") && endOfLastWord == at;
            endOfLastWord = -1;
            inside = escaped ? Inside.ESCAPED_TEXT : Inside.TEXT;
        } else if (c == '"') {
            inside = Inside.NAME;
        } else if (line.startsWith("/*", at)) {
            inside = Inside.COMMENT;
            commentDepth = 1;
            return at + 2;
        } else if (c == '$') {
            return dollars(line, at);
        } else if (Character.isLetter(c) || c == '_') {
            return word(line, at);
        }
        return at + 1;
    }

    private int word(String line, int at) {
        int end = at;
        while (end < line.length()
                && (Character.isLetterOrDigit(line.charAt(end)) || "_$".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        String word = line.substring(at, end);
        boolean body = word.equalsIgnoreCase("ATOMIC") && lastWord.equalsIgnoreCase("BEGIN");
        if (body || (bodyDepth > 0 && word.equalsIgnoreCase("CASE"))) {
            bodyDepth++;
        } else if (bodyDepth > 0 && word.equalsIgnoreCase("END")) {
            bodyDepth--;
        }
        lastWord = word;
        endOfLastWord = end;
        return end;
    }

    private int dollars(String line, int at) {
        int end = at + 1;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        if (end == line.length() || line.charAt(end) != '$') {
            return at + 1;
        }
        dollarTag = line.substring(at, end + 1);
        inside = Inside.DOLLARS;
        return end + 1;
    }

    private int untilTag(String line, int at) {
        int end = line.indexOf(dollarTag, at);
        if (end < 0) {
            return line.length();
        }
        inside = Inside.NOTHING;
        return end + dollarTag.length();
    }

    /// A doubled quote ends the text and begins it again, which comes to the same.
    private int until(String line, int at, char quote) {
        if (inside == Inside.ESCAPED_TEXT) {
            if (line.startsWith("''", at)) {
                return at + 2;
            }
            if (line.charAt(at) == quote) {
                inside = Inside.NOTHING;
            }
            return at + 1;
        }
        int end = line.indexOf(quote, at);
        if (end < 0) {
            return line.length();
        }
        inside = Inside.NOTHING;
        return end + 1;
    }

    private int inComment(String line, int at) {
        if (line.startsWith("/*", at)) {
            commentDepth++;
            return at + 2;
        }
        if (line.startsWith("*/", at)) {
            if (--commentDepth == 0) {
                inside = Inside.NOTHING;
            }
            return at + 2;
        }
        return at + 1;
    }
}
