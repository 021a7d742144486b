package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;

/// Lines and columns of a text, both from 1.
record Places(String text) {
    Diagnostic diagnostic(int offset, String message, String suggestion) {
        return new Diagnostic(line(offset), column(offset), message, suggestion);
    }

    int line(int offset) {
        return 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
    }

    int column(int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
