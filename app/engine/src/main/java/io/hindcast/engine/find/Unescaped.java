package io.hindcast.engine.find;

/// Text with the escapes of JSON resolved as far as they are well-formed; everything else stays as it is.
final class Unescaped {
    private Unescaped() {}

    static String of(String text) {
        var plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int slash = text.indexOf('\\', at);
            if (slash < 0 || slash == text.length() - 1) {
                return plain.append(text, at, text.length()).toString();
            }
            plain.append(text, at, slash);
            at = append(text, slash, plain);
        }
        return plain.toString();
    }

    private static int append(String text, int slash, StringBuilder plain) {
        char letter = text.charAt(slash + 1);
        switch (letter) {
            case '"', '\\', '/' -> plain.append(letter);
            case 'b' -> plain.append('\b');
            case 'f' -> plain.append('\f');
            case 'n' -> plain.append('\n');
            case 'r' -> plain.append('\r');
            case 't' -> plain.append('\t');
            case 'u' -> {
                int unit = unit(text, slash + 2);
                if (unit < 0) {
                    plain.append("\\u");
                    return slash + 2;
                }
                plain.append((char) unit);
                return slash + 6;
            }
            default -> plain.append('\\').append(letter);
        }
        return slash + 2;
    }

    /// The four hexadecimal digits at a place, -1 when they are none.
    private static int unit(String text, int start) {
        if (start + 4 > text.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
