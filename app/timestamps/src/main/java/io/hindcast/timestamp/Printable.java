package io.hindcast.timestamp;

/// Text of a foreign file for a line of a terminal: what would steer it, or turn it around, is spelt out.
final class Printable {
    private Printable() {}

    static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int type = Character.getType(character);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                plain.append("\\u%04x".formatted(character));
            } else {
                plain.appendCodePoint(character);
            }
        });
        return plain.toString();
    }
}
