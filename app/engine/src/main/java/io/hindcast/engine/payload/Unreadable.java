package io.hindcast.engine.payload;

import io.hindcast.engine.state.Opaque;
import io.hindcast.event.ByteSlice;
import java.nio.charset.StandardCharsets;

/// Makes the value that stands for bytes which were not read.
final class Unreadable {
    private static final int PREVIEW = 200;
    private static final int PREVIEW_BYTES = 32;

    private Unreadable() {}

    static Opaque because(String reason, ByteSlice bytes) {
        return new Opaque(reason, bytes.length(), preview(bytes));
    }

    /// Text where most of the beginning is text, else hexadecimal.
    private static String preview(ByteSlice bytes) {
        int length = Math.min(bytes.length(), PREVIEW);
        String text = new String(bytes.array(), bytes.offset(), length, StandardCharsets.UTF_8);
        long odd = text.chars().filter(Unreadable::isOdd).count();
        if (odd * 5 > text.length()) {
            return hexadecimal(bytes);
        }
        var shown = new StringBuilder(text.length());
        text.chars().forEach(c -> shown.append(Character.isISOControl(c) ? ' ' : (char) c));
        return shown.toString();
    }

    private static boolean isOdd(int c) {
        return c == 0xFFFD || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static String hexadecimal(ByteSlice bytes) {
        var shown = new StringBuilder();
        int length = Math.min(bytes.length(), PREVIEW_BYTES);
        for (int i = 0; i < length; i++) {
            shown.append(i == 0 ? "" : " ").append("%02x".formatted(bytes.at(i)));
        }
        return shown.append(bytes.length() > length ? " …" : "").toString();
    }
}
