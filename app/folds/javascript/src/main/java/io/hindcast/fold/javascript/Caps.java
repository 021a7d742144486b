package io.hindcast.fold.javascript;

import org.mozilla.javascript.ScriptRuntime;

/// How large a single value may get: built-in functions run without being looked at, so what they are given is bounded.
final class Caps {
    /// Characters of one text.
    static final int TEXT = 4_000_000;

    /// Items of one list, the missing ones included.
    static final int ITEMS = 1_000_000;

    private Caps() {}

    static CharSequence text(CharSequence text) {
        textOf(text.length());
        return text;
    }

    static void textOf(double length) {
        if (length > TEXT) {
            throw ScriptRuntime.rangeError("a text of more than %,d characters".formatted(TEXT));
        }
    }

    static void itemsOf(long length) {
        itemsOf((double) length);
    }

    static void itemsOf(double length) {
        if (length > ITEMS) {
            throw ScriptRuntime.rangeError("a list of more than %,d items".formatted(ITEMS));
        }
    }
}
