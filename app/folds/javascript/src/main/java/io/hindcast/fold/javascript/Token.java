package io.hindcast.fold.javascript;

/// A piece of a script, comments and spaces left out.
///
/// @param start first character, from the beginning of the text
/// @param end behind the last character
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        TEMPLATE,
        REGEX,
        MARK,
        END
    }

    boolean is(String spelling) {
        return text.equals(spelling) && (kind == Kind.MARK || kind == Kind.NAME);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }
}
