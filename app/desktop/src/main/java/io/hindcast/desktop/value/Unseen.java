package io.hindcast.desktop.value;

/// Characters that nobody sees and that change how others are seen: those that turn the direction of writing, and controls.
/// They are shown by their numbers, so that no text can pass itself off as another.
final class Unseen {
    private Unseen() {}

    static boolean isIn(String text) {
        return text.chars().anyMatch(Unseen::isOne);
    }

    /// The text with such characters as JSON writes them: `\u202e`.
    static String told(String text) {
        if (!isIn(text)) {
            return text;
        }
        var told = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (isOne(c)) {
                told.append("\\u%04x".formatted(c));
            } else {
                told.append((char) c);
            }
        });
        return told.toString();
    }

    private static boolean isOne(int c) {
        boolean turns = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean breaks = c == 0x2028 || c == 0x2029 || (c >= 0x7F && c <= 0x9F);
        return turns || breaks || c == 0x200B || c == 0xFEFF;
    }
}
