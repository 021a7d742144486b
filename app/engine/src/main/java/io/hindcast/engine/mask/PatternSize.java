package io.hindcast.engine.mask;

import java.util.ArrayDeque;

/// How many single characters a pattern asks for once its repetitions are written out: what it costs to compile it and
/// to try it at one place of a text. An estimate that is never too small by much.
final class PatternSize {
    static final long LARGEST = 10_000;

    private final String pattern;
    private final ArrayDeque<Long> around = new ArrayDeque<>();
    private long here;
    private long last;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    static boolean isTooLarge(String pattern) {
        return new PatternSize(pattern).size() > LARGEST;
    }

    private long size() {
        int i = 0;
        while (i < pattern.length()) {
            i = switch (pattern.charAt(i)) {
                case '\\' -> atom(i + 2);
                case '[' -> atom(endOfClass(i));
                case '(' -> opened(i);
                case ')' -> closed(i);
                case '{' -> repeated(i);
                default -> atom(i + 1);
            };
            if (here > LARGEST) {
                return here;
            }
        }
        return around.stream().mapToLong(Long::longValue).sum() + here;
    }

    private int atom(int next) {
        last = 1;
        here++;
        return next;
    }

    private int opened(int at) {
        around.push(here);
        here = 1;
        return at + 1;
    }

    private int closed(int at) {
        last = here;
        here += around.isEmpty() ? 0 : around.pop();
        return at + 1;
    }

    /// `{3}`, `{3,}` or `{3,5}`; anything else are plain characters.
    private int repeated(int at) {
        int end = pattern.indexOf('}', at);
        String inside = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!inside.matches("[0-9]{1,6}(,[0-9]{0,6})?")) {
            return atom(at + 1);
        }
        long most = 1;
        for (String number : inside.split(",")) {
            most = Math.max(most, Long.parseLong(number));
        }
        here += last * (most - 1);
        last *= most;
        return end + 1;
    }

    private int endOfClass(int at) {
        int i = at + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        // a bracket that comes first is one of the characters
        for (i++; i < pattern.length() && pattern.charAt(i) != ']'; i++) {
            if (pattern.charAt(i) == '\\') {
                i++;
            }
        }
        return i + 1;
    }
}
