package io.hindcast.engine.index;

import io.hindcast.event.EventPage;

/// What the index knows of one stream. Written by the indexing thread, read by any; the numbers of a reader may be a
/// page old.
public final class StreamEntry {
    private final int ordinal;
    private final String name;
    private final String category;
    private volatile int events;
    private volatile int lastOrdinal = -1;
    private volatile long firstVersion = EventPage.NO_VERSION;
    private volatile long lastVersion = EventPage.NO_VERSION;
    private volatile long firstMicros = HeaderIndex.NO_TIME;
    private volatile long lastMicros = HeaderIndex.NO_TIME;

    StreamEntry(int ordinal, String name, String category) {
        this.ordinal = ordinal;
        this.name = name;
        this.category = category;
    }

    /// Takes note of one more event.
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the indexing thread writes
    void seen(int event, long version, long micros) {
        if (version != EventPage.NO_VERSION) {
            firstVersion = firstVersion == EventPage.NO_VERSION ? version : Math.min(firstVersion, version);
            lastVersion = Math.max(lastVersion, version);
        }
        if (micros != HeaderIndex.NO_TIME) {
            firstMicros = firstMicros == HeaderIndex.NO_TIME ? micros : Math.min(firstMicros, micros);
            lastMicros = Math.max(lastMicros, micros);
        }
        lastOrdinal = event;
        events++;
    }

    public int ordinal() {
        return ordinal;
    }

    public String name() {
        return name;
    }

    public String category() {
        return category;
    }

    public int events() {
        return events;
    }

    /// Ordinal of the last event read, -1 while there is none.
    int lastOrdinal() {
        return lastOrdinal;
    }

    /// The lowest version, or [EventPage#NO_VERSION].
    public long firstVersion() {
        return firstVersion;
    }

    public long lastVersion() {
        return lastVersion;
    }

    /// The earliest recorded time in microseconds since 1970, or [HeaderIndex#NO_TIME].
    public long firstMicros() {
        return firstMicros;
    }

    public long lastMicros() {
        return lastMicros;
    }
}
