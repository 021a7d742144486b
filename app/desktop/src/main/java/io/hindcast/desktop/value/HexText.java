package io.hindcast.desktop.value;

import io.hindcast.desktop.value.Token.Kind;
import io.hindcast.event.ByteSlice;
import java.util.ArrayList;
import java.util.List;

/// Bytes as lines of eight: place, hexadecimal, and what is readable of them.
public final class HexText {
    private static final int WIDTH = 8;
    private static final int MANY = 64 * 1024;

    private HexText() {}

    /// At most the first 64 KiB, with a line that says how much there is more.
    public static List<Line> lines(ByteSlice bytes) {
        var lines = new ArrayList<Line>();
        int shown = Math.min(bytes.length(), MANY);
        for (int from = 0; from < shown; from += WIDTH) {
            lines.add(line(bytes, from, Math.min(from + WIDTH, shown)));
        }
        if (shown < bytes.length()) {
            lines.add(new Line(0, List.of(new Token(Kind.NOTE, "… " + bytes.length() + " B"))));
        }
        return lines;
    }

    /// One line that says why there are no bytes to look at.
    public static List<Line> hidden(String why) {
        return List.of(new Line(0, List.of(new Token(Kind.MASK, why))));
    }

    private static Line line(ByteSlice bytes, int from, int to) {
        var hex = new StringBuilder();
        var text = new StringBuilder();
        for (int i = from; i < from + WIDTH; i++) {
            hex.append(i < to ? "%02x ".formatted(bytes.at(i)) : "   ");
            if (i < to) {
                int b = bytes.at(i) & 0xFF;
                text.append(b >= 0x20 && b < 0x7F ? (char) b : '·');
            }
        }
        return new Line(
                0,
                List.of(
                        new Token(Kind.NOTE, "%06x  ".formatted(from)),
                        new Token(Kind.NUMBER, hex.toString()),
                        new Token(Kind.TEXT, " " + text)));
    }
}
