package io.hindcast.engine.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The names of the sheets so far, in order: at most 31 characters, none of `[]:*?/\`, no quote at either end, each once
/// whatever the case.
final class SheetNames {
    private static final int LONGEST = 31;

    private final List<String> names = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    List<String> names() {
        return names;
    }

    /// The wanted name, made legal.
    void add(String wanted) {
        String legal = XmlText.escaped(wanted).equals(wanted) ? wanted : wanted.replaceAll("\\p{Cntrl}", " ");
        legal = legal.replaceAll("[\\[\\]:*?/\\\\]", "-").replaceAll("^'+|'+$", "").strip();
        legal = legal.isEmpty() ? "Sheet" : legal;
        String name = cut(legal, "");
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = cut(legal, " (" + i + ")");
        }
        names.add(name);
    }

    private static String cut(String name, String ending) {
        int room = LONGEST - ending.length();
        int end = Math.min(room, name.length());
        boolean splitsPair = end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return name.substring(0, splitsPair ? end - 1 : end) + ending;
    }
}
