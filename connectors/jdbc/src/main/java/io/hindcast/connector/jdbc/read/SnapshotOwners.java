package io.hindcast.connector.jdbc.read;

import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which streams the snapshots of a store are about, where their names begin with the class of the entity and those of
/// the streams with a category: `bankAccount-1` for `account-1`. A class is looked up once, by the ids of a few of its
/// snapshots. Safe for many threads.
final class SnapshotOwners {
    /// So many ids of a class are looked for; a stream that was deleted does not hide the others then.
    private static final int SAMPLES = 3;

    private final String mark;
    private final Supplier<Set<String>> names;
    private final Predicate<String> isStream;
    private final Namesakes namesakes;
    private @Nullable Map<String, String> categories;

    /// Finds the names of streams that end in a mark and an id, a few of them at most.
    @FunctionalInterface
    interface Namesakes {
        List<String> of(String id);
    }

    /// @param mark what ends the first part of a name
    /// @param names of all streams that snapshots are named after
    SnapshotOwners(String mark, Supplier<Set<String>> names, Predicate<String> isStream, Namesakes namesakes) {
        this.mark = mark;
        this.names = names;
        this.isStream = isStream;
        this.namesakes = namesakes;
    }

    String ownerOf(String name) {
        int end = name.indexOf(mark);
        String category = end < 0 ? null : categories().get(name.substring(0, end));
        return category == null ? name : category + name.substring(end);
    }

    /// The names that snapshots of a stream may have.
    Set<String> namesOf(String stream) {
        var all = new LinkedHashSet<String>(Set.of(stream));
        int end = stream.indexOf(mark);
        if (end >= 0) {
            String own = stream.substring(0, end);
            categories().forEach((head, category) -> {
                if (category.equals(own)) {
                    all.add(head + stream.substring(end));
                }
            });
        }
        return all;
    }

    StoredSnapshot owned(StoredSnapshot named) {
        String owner = ownerOf(named.stream());
        return owner.equals(named.stream())
                ? named
                : new StoredSnapshot(
                        owner,
                        owner.substring(0, owner.indexOf(mark)),
                        named.version(),
                        named.type(),
                        named.recordedAt(),
                        named.state(),
                        named.place(),
                        named.trouble());
    }

    /// The category of each class that has another name than it.
    private synchronized Map<String, String> categories() {
        if (categories == null) {
            categories = found();
        }
        return categories;
    }

    private Map<String, String> found() {
        var samples = new HashMap<String, List<String>>();
        for (String name : names.get()) {
            int end = name.indexOf(mark);
            if (end >= 0) {
                var some = samples.computeIfAbsent(name.substring(0, end), _ -> new ArrayList<>());
                if (some.size() < SAMPLES) {
                    some.add(name);
                }
            }
        }
        var found = new HashMap<String, String>();
        samples.forEach((head, some) -> {
            if (some.stream().noneMatch(isStream)) {
                var categories = categoriesOf(some);
                if (categories.size() == 1) {
                    found.put(head, categories.iterator().next());
                }
            }
        });
        return Map.copyOf(found);
    }

    /// Only where all that is found agrees is it more than a guess.
    private Set<String> categoriesOf(List<String> samples) {
        var categories = new HashSet<String>();
        for (String sample : samples) {
            String id = sample.substring(sample.indexOf(mark) + mark.length());
            for (String stream : namesakes.of(id)) {
                categories.add(stream.substring(0, stream.indexOf(mark)));
            }
        }
        return categories;
    }
}
