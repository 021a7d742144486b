package io.hindcast.engine.wording;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.Spelling;
import io.hindcast.engine.fold.WordCheck;
import io.hindcast.engine.index.HeaderIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An event type of a store that a fold does not know: its events leave the state as it is, or fail.
///
/// @param type "" where no fold is for the category at all
/// @param meant the type that the fold may have meant by another spelling
public record UnknownType(String category, String type, long events, Optional<String> meant) {
    /// Whether a fold is for the category.
    public boolean isCovered() {
        return !type.isEmpty();
    }

    /// By category, then by type; a category without a fold is one row.
    ///
    /// @param index of the whole store
    public static List<UnknownType> of(HeaderIndex index, Fold fold) {
        Optional<WordCheck> words = fold.wordCheck();
        var unknown = new ArrayList<UnknownType>();
        counted(index).forEach((category, types) -> {
            if (fold.covers(category)) {
                // a name that the store has was not meant by another one
                List<String> idle = words.map(check -> check.typesNamed(category)).orElse(List.of()).stream()
                        .filter(name -> !types.containsKey(name))
                        .toList();
                types.forEach((type, events) -> {
                    if (!fold.knows(category, type)) {
                        unknown.add(new UnknownType(category, type, events, Spelling.nearest(type, idle)));
                    }
                });
            } else {
                long events = types.values().stream().mapToLong(Long::longValue).sum();
                unknown.add(new UnknownType(category, "", events, Optional.empty()));
            }
        });
        return unknown;
    }

    private static Map<String, Map<String, Long>> counted(HeaderIndex index) {
        var counts = new TreeMap<String, Map<String, Long>>();
        List<String> names = index.typeNames();
        for (int event = 0; event < index.size(); event++) {
            counts.computeIfAbsent(index.streamEntry(index.stream(event)).category(), _ -> new TreeMap<>())
                    .merge(names.get(index.type(event)), 1L, Long::sum);
        }
        return counts;
    }
}
