package io.hindcast.engine.session;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.index.StreamEntry;

/// Adds up the streams of one category.
final class CategoryTally {
    private long streams;
    private long events;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros = HeaderIndex.NO_TIME;

    void add(StreamEntry entry) {
        streams++;
        events += entry.events();
        if (entry.firstMicros() != HeaderIndex.NO_TIME) {
            firstMicros = Math.min(firstMicros, entry.firstMicros());
            lastMicros = Math.max(lastMicros, entry.lastMicros());
        }
    }

    CategorySummary summary(String name, long snapshots) {
        return new CategorySummary(
                name,
                streams,
                events,
                snapshots,
                StreamLists.instant(lastMicros == HeaderIndex.NO_TIME ? HeaderIndex.NO_TIME : firstMicros),
                StreamLists.instant(lastMicros));
    }
}
