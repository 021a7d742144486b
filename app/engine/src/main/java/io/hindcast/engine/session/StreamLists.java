package io.hindcast.engine.session;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.index.StreamEntry;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// The streams and the categories of an index, as lists. Each call goes over all streams.
public final class StreamLists {
    private StreamLists() {}

    /// In order of categories, then of names.
    ///
    /// @param deleted names of streams that the store calls deleted
    public static List<StreamSummary> streams(HeaderIndex index, Set<String> deleted) {
        return index.streams().stream()
                .map(entry -> summary(entry, deleted.contains(entry.name())))
                .sorted(Comparator.comparing(StreamSummary::category).thenComparing(StreamSummary::stream))
                .toList();
    }

    /// In order of names. Snapshots of streams without events belong to the category without a name.
    ///
    /// @param snapshots how many snapshots each stream has
    public static List<CategorySummary> categories(HeaderIndex index, Map<String, Long> snapshots) {
        Map<String, Long> ofCategory = byCategory(index, snapshots);
        var tallies = new TreeMap<String, CategoryTally>();
        ofCategory.keySet().forEach(category -> tallies.put(category, new CategoryTally()));
        index.streams().forEach(entry -> tallies.computeIfAbsent(entry.category(), _ -> new CategoryTally())
                .add(entry));
        return tallies.entrySet().stream()
                .map(one -> one.getValue().summary(one.getKey(), ofCategory.getOrDefault(one.getKey(), 0L)))
                .toList();
    }

    private static Map<String, Long> byCategory(HeaderIndex index, Map<String, Long> snapshots) {
        var counts = new TreeMap<String, Long>();
        snapshots.forEach((stream, count) -> {
            OptionalInt ordinal = index.streamNamed(stream);
            String category = ordinal.isPresent() ? index.streamEntry(ordinal.getAsInt()).category() : "";
            counts.merge(category, count, Long::sum);
        });
        return counts;
    }

    private static StreamSummary summary(StreamEntry entry, boolean deleted) {
        return new StreamSummary(
                entry.name(),
                entry.category(),
                version(entry.firstVersion()),
                version(entry.lastVersion()),
                entry.events(),
                instant(entry.firstMicros()),
                instant(entry.lastMicros()),
                deleted);
    }

    private static OptionalLong version(long version) {
        return version == EventPage.NO_VERSION ? OptionalLong.empty() : OptionalLong.of(version);
    }

    static Optional<Instant> instant(long micros) {
        return micros == HeaderIndex.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L));
    }
}
