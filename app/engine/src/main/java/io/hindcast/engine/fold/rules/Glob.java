package io.hindcast.engine.fold.rules;

/// A name, or a pattern with `*` for any characters. Upper and lower case differ.
public record Glob(String text) {
    boolean isName() {
        return text.indexOf('*') < 0;
    }

    /// Whether a type or a category is meant: by its whole name, or by what stands behind its last dot.
    public boolean means(String name) {
        return matches(name) || matches(NameTable.simpleName(name));
    }

    public boolean matches(String name) {
        return isName() ? text.equals(name) : matchesPattern(name);
    }

    /// Greedy with one step back to the last star: linear in practice, never exponential.
    private boolean matchesPattern(String name) {
        int at = 0;
        int star = -1;
        int mark = 0;
        int i = 0;
        while (i < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                mark = i;
            } else if (at < text.length() && text.charAt(at) == name.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++mark;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}
