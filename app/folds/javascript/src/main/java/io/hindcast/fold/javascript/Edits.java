package io.hindcast.fold.javascript;

import java.util.TreeMap;

/// Changes of a text, collected by place and made all at once. Lines stay where they are.
final class Edits {
    private final String text;
    private final TreeMap<Integer, Here> places = new TreeMap<>();

    private static final class Here {
        private final StringBuilder closing = new StringBuilder();
        private final StringBuilder replacing = new StringBuilder();
        private final StringBuilder opening = new StringBuilder();
        private int skip;
    }

    Edits(String text) {
        this.text = text;
    }

    /// Inserts before what stands at a place; of several, the first asked for comes first.
    void open(int at, String inserted) {
        here(at).opening.append(inserted);
    }

    /// Inserts behind what ends at a place.
    void close(int at, String inserted) {
        here(at).closing.append(inserted);
    }

    /// Writes something else; line ends of what is replaced are kept.
    void replace(int from, int to, String replacement) {
        Here here = here(from);
        here.replacing.append(replacement);
        text.substring(from, to).chars().filter(c -> c == '\n').forEach(_ -> here.replacing.append('\n'));
        here.skip = Math.max(here.skip, to - from);
    }

    /// Writes spaces instead.
    void blank(int from, int to) {
        var spaces = new StringBuilder();
        for (int i = from; i < to; i++) {
            spaces.append(text.charAt(i) == '\n' ? '\n' : ' ');
        }
        Here here = here(from);
        here.replacing.append(spaces);
        here.skip = Math.max(here.skip, to - from);
    }

    String apply() {
        var result = new StringBuilder(text.length() + 64);
        int done = 0;
        for (var place : places.entrySet()) {
            int at = place.getKey();
            Here here = place.getValue();
            if (at > done) {
                result.append(text, done, at);
                done = at;
            }
            result.append(here.closing).append(here.opening).append(here.replacing);
            done = Math.max(done, at + here.skip);
        }
        return result.append(text, done, text.length()).toString();
    }

    private Here here(int at) {
        return places.computeIfAbsent(at, _ -> new Here());
    }
}
