package io.hindcast.engine.state;

/// Text that cannot move a cursor, colour a terminal, end a line or turn it around.
public final class Printable {
    private Printable() {}

    /// Control and bidirectional formatting characters become `\\uXXXX`.
    public static String escaped(String text) {
        if (text.chars().noneMatch(Printable::isDangerous)) {
            return text;
        }
        var safe = new StringBuilder();
        text.chars().forEach(c -> {
            if (isDangerous(c)) {
                safe.append("\\u%04X".formatted(c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    private static boolean isDangerous(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c == 0x2028
                || c == 0x2029
                || c == 0xFEFF;
    }
}
