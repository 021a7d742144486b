package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.Spelling;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words of the language, and what somebody may have meant by another word.
final class Words {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("inc", "count"),
            Map.entry("plus", "add"),
            Map.entry("minus", "subtract"),
            Map.entry("sub", "subtract"),
            Map.entry("push", "append"),
            Map.entry("put", "upsert"),
            Map.entry("empty", "clear"),
            Map.entry("reset", "clear"),
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
            Map.entry("upcasters", "upcast"),
            Map.entry("upcasting", "upcast"),
            Map.entry("types", "type"),
            Map.entry("to", "becomes"),
            Map.entry("convert", "set"),
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
        return Spelling.nearest(word, known);
    }
}
