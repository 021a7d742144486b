package io.hindcast.engine.fold.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words of the language, and what somebody may have meant by another word.
final class Words {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("increment", "count"),
            Map.entry("inc", "count"),
            Map.entry("plus", "add"),
            Map.entry("minus", "subtract"),
            Map.entry("sub", "subtract"),
            Map.entry("push", "append"),
            Map.entry("put", "upsert"),
            Map.entry("delete", "remove"),
            Map.entry("unset", "remove"),
            Map.entry("assign", "set"),
            Map.entry("if", "when"),
            Map.entry("state", "status"),
            Map.entry("name", "fold"),
            Map.entry("events", "on"),
            Map.entry("handlers", "on"),
            Map.entry("initial", "start"),
            Map.entry("init", "start"),
            Map.entry("categories", "category"),
            Map.entry("default", "otherwise"),
            Map.entry("else", "otherwise"),
            Map.entry("snapshots", "snapshot"));

    private Words() {}

    /// "did you mean `subtract`?", or "" when nothing comes near.
    static String suggestion(String word, Collection<String> known) {
        return nearest(word, known)
                .map("did you mean `%s`?"::formatted)
                .orElseGet(() -> known.isEmpty() ? "" : "possible here: " + String.join(", ", known));
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        String synonym = SYNONYMS.get(lower);
        if (synonym != null && known.contains(synonym)) {
            return Optional.of(synonym);
        }
        int tolerance = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= tolerance)
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT))));
    }

    /// Insertions, deletions and replacements from one word to another.
    private static int distance(String one, String other) {
        if (one.length() > 60 || other.length() > 60) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
