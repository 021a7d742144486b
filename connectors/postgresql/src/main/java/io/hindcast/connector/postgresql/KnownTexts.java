package io.hindcast.connector.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts that come again and again, made once: names of types and streams are few, rows are many.
final class KnownTexts {
    private static final int PLACES = 1024;
    private static final int LONGEST = 128;

    @SuppressWarnings("ArrayRecordComponent")
    private record Known(byte[] bytes, String text) {}

    private final @Nullable Known[] known = new @Nullable Known[PLACES];

    /// The text that UTF-8 bytes spell.
    String at(byte[] bytes, int start, int length) {
        if (length > LONGEST) {
            return new String(bytes, start, length, StandardCharsets.UTF_8);
        }
        int place = hash(bytes, start, length) & (PLACES - 1);
        Known seen = known[place];
        if (seen != null && Arrays.equals(seen.bytes, 0, seen.bytes.length, bytes, start, start + length)) {
            return seen.text;
        }
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        known[place] = new Known(Arrays.copyOfRange(bytes, start, start + length), text);
        return text;
    }

    private static int hash(byte[] bytes, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 10) ^ (hash >>> 20);
    }
}
