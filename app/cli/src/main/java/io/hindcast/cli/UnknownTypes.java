package io.hindcast.cli;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.HeaderIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Which event types of a store a fold does not know: their events leave the state as it is, or fail.
final class UnknownTypes {
    private UnknownTypes() {}

    /// @param covered whether the fold is for the category at all
    record Row(String category, String type, long events, boolean covered) {
        String sentence() {
            String where = category.isEmpty() ? "" : category + ": ";
            return covered
                    ? "%s%s (%,d events) is not known to the rules.".formatted(where, type, events)
                    : "%sno fold of the file is for this category (%,d events).".formatted(where, events);
        }
    }

    /// By category, then by type; a category without a fold is one row.
    static List<Row> of(HeaderIndex index, Fold fold) {
        var counts = new TreeMap<String, TreeMap<String, Long>>();
        List<String> names = index.typeNames();
        for (int event = 0; event < index.size(); event++) {
            counts.computeIfAbsent(index.streamEntry(index.stream(event)).category(), _ -> new TreeMap<>())
                    .merge(names.get(index.type(event)), 1L, Long::sum);
        }
        var unknown = new ArrayList<Row>();
        counts.forEach((category, types) -> {
            if (!fold.covers(category)) {
                long events = types.values().stream().mapToLong(Long::longValue).sum();
                unknown.add(new Row(category, "", events, false));
                return;
            }
            types.forEach((type, events) -> {
                if (!fold.knows(category, type)) {
                    unknown.add(new Row(category, type, events, true));
                }
            });
        });
        return unknown;
    }
}
