package io.hindcast.sample;

import io.hindcast.event.ByteSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// Numbers, times and hands on what happens. The clock only goes forward; no two events share a time.
final class Ledger {
    /// No single step records more events than this.
    private static final int LONGEST_STEP = 12;

    private final HistorySize size;
    private final HistorySink sink;
    private final Chance chance;
    private long recorded;
    private Instant now = BusinessCalendar.timeOfWork(BusinessCalendar.FIRST_DAY, 0);

    Ledger(HistorySize size, HistorySink sink, Chance chance) {
        this.size = size;
        this.sink = sink;
        this.chance = chance;
    }

    long recorded() {
        return recorded;
    }

    long room() {
        return size.events() - recorded;
    }

    boolean hasRoom() {
        return room() > LONGEST_STEP;
    }

    /// How much of the history is there, in parts of a million.
    int progress() {
        return size.progress(recorded);
    }

    Instant now() {
        return now;
    }

    void advanceTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    /// Records an event and gives its id.
    String record(Journal journal, String type, Json data, Trace trace) {
        String id = chance.uuid();
        write(journal, id, type, tick(), data.bytes(), trace);
        return id;
    }

    /// Records an event under the id of another.
    void recordAgain(Journal journal, String id, String type, Json data, Trace trace) {
        write(journal, id, type, tick(), data.bytes(), trace);
    }

    /// Records an event as if the clock had been set back behind the stream's last event.
    String recordBefore(Duration back, Journal journal, String type, Json data, Trace trace) {
        tick();
        String id = chance.uuid();
        write(journal, id, type, journal.lastAt().minus(back), data.bytes(), trace);
        return id;
    }

    /// Records an event whose payload ends in the middle.
    String recordCut(Journal journal, String type, Json data, Trace trace) {
        String id = chance.uuid();
        byte[] whole = data.bytes();
        write(journal, id, type, tick(), Arrays.copyOf(whole, whole.length / 2), trace);
        return id;
    }

    void snapshot(Journal journal, Json state) {
        var at = now.plusMillis(chance.between(5, 60));
        sink.snapshot(new SampleSnapshot(journal.stream(), journal.version(), at, ByteSlice.of(state.bytes())));
    }

    private Instant tick() {
        now = now.plusNanos(1_000L * chance.between(40, 3_000));
        return now;
    }

    private void write(Journal journal, String id, String type, Instant at, byte[] data, Trace trace) {
        if (room() < 1) {
            throw new IllegalStateException("the history is full");
        }
        sink.event(new SampleEvent(
                ++recorded,
                journal.stream(),
                journal.category(),
                journal.next(at),
                id,
                type,
                at,
                ByteSlice.of(data),
                ByteSlice.of(trace.metadata())));
    }
}
