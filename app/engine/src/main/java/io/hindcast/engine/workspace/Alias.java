package io.hindcast.engine.workspace;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a store is called in a workspace. Stands before the names of its streams and categories: `bank:account-17`.
record Alias(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final char MARK = ':';

    Alias {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("no alias: " + name);
        }
    }

    static boolean fits(String name) {
        return FORM.matcher(name).matches();
    }

    /// A stream's or category's name in the workspace.
    String of(String inner) {
        return name + MARK + inner;
    }

    /// The name that the store itself uses; absent when it is another store's.
    Optional<String> inner(String outer) {
        return outer.startsWith(name + MARK) ? Optional.of(outer.substring(name.length() + 1)) : Optional.empty();
    }
}
