package io.hindcast.desktop.value;

import java.util.List;

/// One line of a written value.
///
/// @param depth how many levels it is indented
public record Line(int depth, List<Token> tokens) {
    public Line {
        tokens = List.copyOf(tokens);
    }

    /// The line without its indentation.
    public String text() {
        var text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }
}
