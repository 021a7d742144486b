package io.hindcast.engine.sheet;

/// The cells of one row as XML, from left to right.
final class RowText {
    /// The most characters of a cell.
    private static final int LONGEST = 32_767;

    private final int row;
    private final StringBuilder xml = new StringBuilder();

    /// @param row 1-based
    RowText(int row) {
        this.row = row;
    }

    String text() {
        return xml.toString();
    }

    void truth(int column, boolean truth) {
        open(column, "b", Styles.PLAIN).append("<v>").append(truth ? '1' : '0').append("</v></c>");
    }

    void number(int column, String digits, int style) {
        open(column, "n", style).append("<v>").append(digits).append("</v></c>");
    }

    /// Text that is too long for a cell is cut, and says so at its end.
    void text(int column, String text, int style) {
        open(column, "inlineStr", style)
                .append("<is><t xml:space=\"preserve\">")
                .append(XmlText.escaped(shortened(text)))
                .append("</t></is></c>");
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        String ending = "… (cut: %,d characters in all)".formatted(text.length());
        int end = LONGEST - ending.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    private StringBuilder open(int column, String type, int style) {
        xml.append("<c r=\"").append(letters(column)).append(row).append("\" t=\"").append(type).append('"');
        return (style == Styles.PLAIN ? xml : xml.append(" s=\"").append(style).append('"')).append('>');
    }

    /// `A` for 0, `AA` for 26.
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
