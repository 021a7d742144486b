package io.hindcast.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines: at spaces where there are some, inside of words that are too long.
final class Wrapping {
    /// A hyphen so close behind a space does not end a line: `--stream`, `SHA-256`.
    private static final int CLOSE = 4;

    /// Widths that were measured once and added up again differ by a hair.
    private static final float SLACK = 0.3f;

    private final Fonts fonts;
    private final Style style;

    Wrapping(Fonts fonts, Style style) {
        this.fonts = fonts;
        this.style = style;
    }

    List<String> lines(String text, float width) throws IOException {
        return lines(text, width, Integer.MAX_VALUE);
    }

    /// @param most so many lines; what is behind them is an ellipsis
    List<String> lines(String text, float width, int most) throws IOException {
        var lines = new ArrayList<String>();
        int[] all = fonts.legible(style.face(), text).codePoints().toArray();
        int from = 0;
        while (from < all.length) {
            int end = lineEnd(all, from, width);
            boolean more = end < all.length;
            if (more && lines.size() == most - 1) {
                lines.add(new String(all, from, Math.max(1, end - from - 1)).strip() + "\u2026");
                return lines;
            }
            lines.add(new String(all, from, end - from).strip());
            from = end;
            while (from < all.length && all[from] == ' ') {
                from++;
            }
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    private int lineEnd(int[] all, int from, float width) throws IOException {
        float used = 0;
        int space = -1;
        int inName = -1;
        for (int i = from; i < all.length; i++) {
            used += fonts.width(style.face(), style.size(), all[i]);
            if (used > width + SLACK && i > from) {
                return space > from ? space : inName > from ? inName : i;
            }
            if (isInName(all, i)) {
                inName = i + 1;
            } else if (isBreak(all, i)) {
                space = i + 1;
            }
        }
        return all.length;
    }

    /// The width of the longest piece that should not be broken.
    float longestWord(String text) throws IOException {
        float longest = 0;
        float word = 0;
        int[] all = fonts.legible(style.face(), text).codePoints().toArray();
        for (int i = 0; i < all.length; i++) {
            word += fonts.width(style.face(), style.size(), all[i]);
            longest = Math.max(longest, word);
            word = isBreak(all, i) || isInName(all, i) ? 0 : word;
        }
        return longest;
    }

    /// Behind these a line may end, but not where a word begins: ids, paths and JSON have no spaces.
    private static boolean isBreak(int[] all, int place) {
        return switch (all[place]) {
            case ' ', ',', ';' -> place > 0;
            case '/' -> place > 0 && all[place - 1] != ' ';
            case '-' -> !isClose(all, place);
            default -> false;
        };
    }

    /// Where nothing better is on the line, a name is parted between its words.
    private static boolean isInName(int[] all, int place) {
        return all[place] == '_' && place > 0 && all[place - 1] != ' ';
    }

    private static boolean isClose(int[] all, int place) {
        for (int i = place; i > place - CLOSE; i--) {
            if (i == 0 || all[i - 1] == ' ') {
                return true;
            }
        }
        return false;
    }
}
