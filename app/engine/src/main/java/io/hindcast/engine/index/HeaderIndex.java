package io.hindcast.engine.index;

import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// The headers of all events of a store as columns, in the order in which they were read: [#BYTES_PER_EVENT] bytes an
/// event, 8 less where the store has no positions, 8 more where a position has two parts.
///
/// One thread appends, any number read. A reader sees a prefix: everything below [#size()] is final and never moves,
/// so the index is of use from the first page on. Events are named by their ordinal, 0-based, in reading order.
public final class HeaderIndex {
    /// Stands for a time that the store does not know.
    public static final long NO_TIME = Long.MIN_VALUE;

    /// What one event costs in a store that numbers positions with one number.
    public static final int BYTES_PER_EVENT = 3 * Long.BYTES + 3 * Integer.BYTES;

    private final LongColumn micros = new LongColumn();
    private final LongColumn versions = new LongColumn();
    private final LongColumn positionHigh = new LongColumn();
    private final LongColumn positionLow = new LongColumn();
    private final IntColumn streams = new IntColumn();
    private final IntColumn types = new IntColumn();
    private final IntColumn previousOfStream = new IntColumn();
    private final StreamDictionary dictionary = new StreamDictionary();
    private final TypeDictionary typeNames = new TypeDictionary();
    private final IntColumn nanosOfMicro = new IntColumn();
    private final Map<Integer, String> troubles = new ConcurrentHashMap<>();
    private volatile boolean positioned;
    private volatile int size;

    /// Adds the rows of a page behind those already there. One thread only.
    public void append(EventPage page) {
        int[] streamOf = dictionary.ordinalsOf(page.streams());
        int[] typeOf = typeNames.ordinalsOf(page.types());
        positioned |= page.isPositioned();
        int ordinal = size;
        long[] ofType = new long[typeOf.length];
        addTroubles(page, ordinal);
        for (int row = 0; row < page.size(); row++, ordinal++) {
            int stream = streamOf[page.streamOrdinal(row)];
            long time = micros(page, row);
            streams.put(ordinal, stream);
            types.put(ordinal, typeOf[page.typeOrdinal(row)]);
            ofType[page.typeOrdinal(row)]++;
            versions.put(ordinal, page.version(row));
            micros.put(ordinal, time);
            nanosOfMicro.put(ordinal, page.recordedNano(row) % 1_000);
            if (page.isPositioned()) {
                positionHigh.put(ordinal, page.positionHigh(row));
                positionLow.put(ordinal, page.positionLow(row));
            }
            StreamEntry entry = dictionary.entry(stream);
            previousOfStream.put(ordinal, entry.lastOrdinal()); // before the entry points to it: readers walk from there
            entry.seen(ordinal, page.version(row), time);
        }
        typeNames.count(typeOf, ofType);
        size = ordinal;
    }

    private void addTroubles(EventPage page, int first) {
        if (page.hasTroubles()) {
            for (int row = 0; row < page.size(); row++) {
                int event = first + row;
                page.trouble(row).ifPresent(reason -> troubles.put(event, reason));
            }
        }
    }

    /// How many events can be read.
    public int size() {
        return size;
    }

    /// Recorded time in microseconds since 1970, rounded down, or [#NO_TIME]. Years 1 to 9999 fit.
    public long micros(int event) {
        return micros.at(event);
    }

    /// The same of a run of events, written to the beginning of an array.
    public void micros(int first, int count, long[] target) {
        micros.copy(first, target, count);
    }

    /// The version, or [EventPage#NO_VERSION].
    public long version(int event) {
        return versions.at(event);
    }

    public int stream(int event) {
        return streams.at(event);
    }

    public int type(int event) {
        return types.at(event);
    }

    public Optional<Position> position(int event) {
        return positioned
                ? Optional.of(new Position(positionHigh.at(event), positionLow.at(event)))
                : Optional.empty();
    }

    /// Whether events have positions: all of them or none.
    public boolean isPositioned() {
        return positioned;
    }

    /// The leading part of the position, 0 where there is one number or none.
    public long positionHigh(int event) {
        return positionHigh.at(event);
    }

    public long positionLow(int event) {
        return positionLow.at(event);
    }

    /// What [#micros(int)] rounded off, 0 to 999.
    public int nanosOfMicro(int event) {
        return nanosOfMicro.at(event);
    }

    /// What was wrong with the header of an event when it was read.
    public Optional<String> trouble(int event) {
        return Optional.ofNullable(troubles.get(event));
    }

    /// The event of the same stream that was read before this one, or -1.
    public int previousOfStream(int event) {
        return previousOfStream.at(event);
    }

    /// Ordinals of the events of a stream, in reading order: all of them below the [#size()] at the time of the call.
    /// Walks the stream backwards once: O(events of the stream).
    public int[] eventsOf(int stream) {
        int limit = size;
        StreamEntry entry = dictionary.entry(stream);
        int[] backwards = new int[entry.events() + 1];
        int count = 0;
        for (int event = entry.lastOrdinal(); event >= 0; event = previousOfStream.at(event)) {
            if (event < limit) {
                backwards = count < backwards.length ? backwards : Arrays.copyOf(backwards, count * 2);
                backwards[count++] = event;
            }
        }
        int[] ordinals = new int[count];
        for (int i = 0; i < count; i++) {
            ordinals[i] = backwards[count - 1 - i];
        }
        return ordinals;
    }

    public int streamCount() {
        return dictionary.size();
    }

    public StreamEntry streamEntry(int stream) {
        return dictionary.entry(stream);
    }

    public OptionalInt streamNamed(String name) {
        return dictionary.named(name);
    }

    /// Whether streams of different categories share a name.
    public boolean isAmbiguous(String name) {
        return dictionary.isAmbiguous(name);
    }

    public String typeName(int type) {
        return typeNames.name(type);
    }

    public List<String> typeNames() {
        return typeNames.names();
    }

    /// How many events there are of a type.
    public long eventsOfType(int type) {
        return typeNames.count(type);
    }

    /// The streams in order of first appearance; a copy.
    public List<StreamEntry> streams() {
        var all = new ArrayList<StreamEntry>();
        for (int i = 0; i < streamCount(); i++) {
            all.add(dictionary.entry(i));
        }
        return all;
    }

    /// Bytes held by the columns just now, rounded up to whole chunks; the dictionaries of names come on top.
    public long columnBytes() {
        return micros.bytes()
                + versions.bytes()
                + positionHigh.bytes()
                + positionLow.bytes()
                + streams.bytes()
                + types.bytes()
                + previousOfStream.bytes()
                + nanosOfMicro.bytes();
    }

    private static long micros(EventPage page, int row) {
        long second = page.recordedSecond(row);
        return second == EventPage.NO_TIME ? NO_TIME : second * 1_000_000 + page.recordedNano(row) / 1_000;
    }
}
