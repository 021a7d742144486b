package io.hindcast.engine.sheet;

/// Text inside XML, as ECMA-376 wants it.
final class XmlText {
    private XmlText() {}

    /// Escapes markup; characters that XML cannot hold are written `_xHHHH_` (22.4.2.4, `bstr`), and so is what looks like that.
    static String escaped(String text) {
        var xml = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("_x000D_");
                case '_' -> xml.append(looksEscaped(text, i) ? "_x005F_" : "_");
                default -> {
                    if (isAllowed(c)) {
                        xml.appendCodePoint(c);
                    } else {
                        xml.append("_x%04X_".formatted(c));
                    }
                }
            }
            i += Character.charCount(c);
        }
        return xml.toString();
    }

    private static boolean looksEscaped(String text, int at) {
        if (at + 6 >= text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        return text.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /// XML 1.0, 2.2; lone surrogates are not allowed either.
    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }
}
