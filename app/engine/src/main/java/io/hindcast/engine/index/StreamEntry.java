package io.hindcast.engine.index;

import io.hindcast.event.EventPage;
import io.hindcast.event.EventPage.StreamName;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// What the index knows of one stream. Written by the indexing thread, read by any; the numbers of a reader may be some
/// pages old, and are complete once the index is: whoever learns that it is, learns them too.
public final class StreamEntry {
    private static final VarHandle LAST_ORDINAL = lastOrdinalHandle();

    private final int ordinal;
    private final StreamName name;
    // Written plainly, because every event of a store passes here; the index's own size orders memory for readers.
    private int events;
    private int lastOrdinal = -1;
    private long firstVersion = EventPage.NO_VERSION;
    private long lastVersion = EventPage.NO_VERSION;
    private long firstMicros = HeaderIndex.NO_TIME;
    private long lastMicros = HeaderIndex.NO_TIME;

    StreamEntry(int ordinal, StreamName name) {
        this.ordinal = ordinal;
        this.name = name;
    }

    private static VarHandle lastOrdinalHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(StreamEntry.class, "lastOrdinal", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// Takes note of one more event.
    void seen(int event, long version, long micros) {
        if (version != EventPage.NO_VERSION) {
            firstVersion = firstVersion == EventPage.NO_VERSION ? version : Math.min(firstVersion, version);
            lastVersion = Math.max(lastVersion, version);
        }
        if (micros != HeaderIndex.NO_TIME) {
            firstMicros = firstMicros == HeaderIndex.NO_TIME ? micros : Math.min(firstMicros, micros);
            lastMicros = Math.max(lastMicros, micros);
        }
        LAST_ORDINAL.setRelease(this, event);
        events++;
    }

    /// Whether it is the stream of that name and category.
    boolean is(StreamName other) {
        return name.equals(other);
    }

    public int ordinal() {
        return ordinal;
    }

    public String name() {
        return name.stream();
    }

    public String category() {
        return name.category();
    }

    public int events() {
        return events;
    }

    /// Ordinal of the last event read, -1 while there is none.
    int lastOrdinal() {
        return (int) LAST_ORDINAL.getAcquire(this);
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
