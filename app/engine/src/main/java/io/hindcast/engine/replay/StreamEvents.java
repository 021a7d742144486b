package io.hindcast.engine.replay;

import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.changelog.EventSpool;
import io.hindcast.engine.changelog.LogMemory;
import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The events of one stream as pages of bytes, decoded when asked for. The first pages are kept as they came; behind a
/// share of the memory the others are packed. Filled by one thread, then read by many.
final class StreamEvents {
    private static final int ROW = 64; // what a row costs beside its bytes, about
    private static final int RECENT = 8;

    private final SourceInfo info;
    private final PayloadDecoder decoder;
    private final LogMemory memory;
    private final EventSpool spool;
    private final List<EventPage> kept = new ArrayList<>();
    private final @Nullable Unpacked[] recent = new @Nullable Unpacked[RECENT];
    private int[] starts = new int[16]; // the first event of each page, packed ones behind kept ones
    private int pages;
    private long room;
    private int size;

    private record Unpacked(int pack, EventPage page) {}

    StreamEvents(SourceInfo info, PayloadDecoder decoder, LogMemory memory) {
        this.info = info;
        this.decoder = decoder;
        this.memory = memory;
        this.spool = new EventSpool(memory);
        this.room = memory.pagesOnHeap();
    }

    void add(EventPage page) {
        if (page.size() == 0) {
            return;
        }
        long bytes = page.data(0).array().length + (long) ROW * page.size();
        if (pages == kept.size() && bytes <= room) {
            room -= bytes;
            kept.add(page);
            begin(page.size());
        } else {
            room = 0;
            for (int row = 0; row < page.size(); row += EventSpool.TOGETHER) {
                int end = Math.min(page.size(), row + EventSpool.TOGETHER);
                spool.add(page, row, end);
                begin(end - row);
            }
        }
    }

    private void begin(int rows) {
        if (pages == starts.length) {
            starts = Arrays.copyOf(starts, pages * 2);
        }
        starts[pages++] = size;
        size += rows;
    }

    /// What histories over these events are kept in.
    LogMemory memory() {
        return memory;
    }

    CommonFields commonFields() {
        return CommonFields.of(info);
    }

    int size() {
        return size;
    }

    Event event(int index) {
        int page = pageOf(index);
        return page(page).event(index - starts[page]);
    }

    StateValue data(int index) {
        int page = pageOf(index);
        return decoder.decode(page(page).data(index - starts[page]), info.data());
    }

    StateValue metadata(int index) {
        int page = pageOf(index);
        return decoder.decode(page(page).metadata(index - starts[page]), info.metadata());
    }

    /// When an event was recorded; costs no unpacking.
    Optional<Instant> recordedAt(int index) {
        int page = pageOf(index);
        return page < kept.size()
                ? kept.get(page).recordedAt(index - starts[page])
                : spool.recordedAt(index - starts[kept.size()]);
    }

    /// Reads events for a fold, one after the other; for one thread.
    EventReader reader() {
        return new EventReader(decoder, info.data(), info.metadata());
    }

    /// Goes through all pages in order.
    void forEachPage(Consumer<EventPage> visitor) {
        for (int page = 0; page < pages; page++) {
            visitor.accept(page(page));
        }
    }

    /// The last of the first `count` events whose row of a page fits, looked for from the end.
    OptionalInt last(int count, RowTest test) {
        for (int page = pages - 1; page >= 0; page--) {
            EventPage rows = page(page);
            for (int row = Math.min(rows.size(), count - starts[page]) - 1; row >= 0; row--) {
                if (test.fits(rows, row)) {
                    return OptionalInt.of(starts[page] + row);
                }
            }
        }
        return OptionalInt.empty();
    }

    interface RowTest {
        boolean fits(EventPage page, int row);
    }

    private EventPage page(int page) {
        if (page < kept.size()) {
            return kept.get(page);
        }
        int pack = page - kept.size();
        Unpacked known = recent[pack % RECENT];
        if (known == null || known.pack != pack) {
            known = new Unpacked(pack, spool.page(pack));
            recent[pack % RECENT] = known;
        }
        return known.page;
    }

    private int pageOf(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("event %d of %d".formatted(index, size));
        }
        int low = Arrays.binarySearch(starts, 0, pages, index);
        return low >= 0 ? low : -low - 2;
    }
}
