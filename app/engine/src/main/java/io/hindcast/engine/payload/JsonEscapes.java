package io.hindcast.engine.payload;

import java.nio.charset.StandardCharsets;

/// Resolves the escapes of a text that was found well-formed.
final class JsonEscapes {
    private static final char REPLACEMENT = '\uFFFD';

    private JsonEscapes() {}

    static String resolve(byte[] bytes, int start, int end) {
        var text = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int slash = at;
            while (slash < end && bytes[slash] != '\\') {
                slash++;
            }
            if (slash > at) {
                text.append(new String(bytes, at, slash - at, StandardCharsets.UTF_8));
            }
            at = slash < end ? append(text, bytes, slash, end) : end;
        }
        return text.toString();
    }

    private static int append(StringBuilder text, byte[] bytes, int slash, int end) {
        byte letter = bytes[slash + 1];
        if (letter != 'u') {
            text.append(
                    switch (letter) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        default -> (char) letter;
                    });
            return slash + 2;
        }
        char unit = unit(bytes, slash);
        int behind = slash + 6;
        if (!Character.isSurrogate(unit)) {
            text.append(unit);
            return behind;
        }
        if (Character.isHighSurrogate(unit) && isUnit(bytes, behind, end)) {
            char low = unit(bytes, behind);
            if (Character.isLowSurrogate(low)) {
                text.append(unit).append(low);
                return behind + 6;
            }
        }
        text.append(REPLACEMENT);
        return behind;
    }

    private static boolean isUnit(byte[] bytes, int at, int end) {
        return at + 6 <= end && bytes[at] == '\\' && bytes[at + 1] == 'u';
    }

    private static char unit(byte[] bytes, int slash) {
        int unit = 0;
        for (int i = slash + 2; i < slash + 6; i++) {
            unit = unit << 4 | Character.digit(bytes[i], 16);
        }
        return (char) unit;
    }
}
