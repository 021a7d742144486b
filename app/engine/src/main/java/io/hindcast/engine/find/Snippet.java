package io.hindcast.engine.find;

import io.hindcast.event.ByteSlice;
import java.nio.charset.StandardCharsets;

/// A place where text was found, with a little of what stands around it.
public record Snippet(String before, String found, String after) {
    private static final int AROUND = 40;
    /// A character takes at most four bytes.
    private static final int BYTES_AROUND = AROUND * 4;

    static Snippet around(String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        return new Snippet(
                (from > 0 ? "…" : "") + text.substring(from, start),
                text.substring(start, end),
                text.substring(end, to) + (to < text.length() ? "…" : ""));
    }

    static Snippet around(ByteSlice bytes, int start, int length) {
        int from = Math.max(0, start - BYTES_AROUND);
        int to = Math.min(bytes.length(), start + length + BYTES_AROUND);
        while (from > 0 && from < start && isInside(bytes.at(from))) {
            from++;
        }
        while (to < bytes.length() && to > start + length && isInside(bytes.at(to))) {
            to--;
        }
        String before = text(bytes, from, start);
        String after = text(bytes, start + length, to);
        String near = before.length() > AROUND ? before.substring(before.length() - AROUND) : before;
        String next = after.length() > AROUND ? after.substring(0, AROUND) : after;
        return new Snippet(
                (from > 0 || near.length() < before.length() ? "…" : "") + withoutHalves(near),
                text(bytes, start, start + length),
                withoutHalves(next) + (to < bytes.length() || next.length() < after.length() ? "…" : ""));
    }

    /// Whether a byte is not the first of a character.
    private static boolean isInside(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private static String text(ByteSlice bytes, int from, int to) {
        return new String(bytes.array(), bytes.offset() + from, to - from, StandardCharsets.UTF_8);
    }

    private static String withoutHalves(String text) {
        int from = !text.isEmpty() && Character.isLowSurrogate(text.charAt(0)) ? 1 : 0;
        int to = text.length() > from && Character.isHighSurrogate(text.charAt(text.length() - 1))
                ? text.length() - 1
                : text.length();
        return text.substring(from, to);
    }

    @Override
    public String toString() {
        return before + found + after;
    }
}
