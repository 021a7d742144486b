package io.hindcast.engine.session;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where following goes on. It begins at the mark that was taken before the index was read, so that what was being written
/// meanwhile is not missed; what the index got by reading is recognised and left out.
final class LivePlace {
    private Optional<Bookmark> after;
    private @Nullable HeaderIndex index;
    private int read;
    /// The highest version that was read, of streams that news come for.
    private final Map<Integer, Long> newest = new HashMap<>();

    /// @param mark of the tail, before the first header was read
    LivePlace(Optional<Bookmark> mark) {
        this.after = mark;
    }

    synchronized Optional<Bookmark> after() {
        return after;
    }

    /// What the index holds by now came from reading it. Only the first call counts.
    synchronized void stand(HeaderIndex built) {
        if (index == null) {
            index = built;
            read = built.size();
        }
    }

    synchronized void moveTo(Bookmark bookmark) {
        after = Optional.of(bookmark);
    }

    /// The rows of a page that the index does not have from reading; absent where there is none.
    synchronized Optional<EventPage> news(EventPage page) {
        int known = 0;
        for (int row = 0; row < page.size(); row++) {
            known += isRead(page, row) ? 1 : 0;
        }
        if (known == 0) {
            return Optional.of(page);
        }
        return known == page.size() ? Optional.empty() : Optional.of(others(page, page.size() - known));
    }

    private EventPage others(EventPage page, int count) {
        var rest = new EventPage.Builder(page.isPositioned(), count);
        for (int row = 0; row < page.size(); row++) {
            if (!isRead(page, row)) {
                copy(page, row, rest);
            }
        }
        return rest.build(page.bookmark());
    }

    private static void copy(EventPage page, int row, EventPage.Builder to) {
        to.stream(page.stream(row), page.category(row))
                .type(page.type(row))
                .version(page.version(row))
                .recordedAt(page.recordedSecond(row), page.recordedNano(row));
        if (page.isPositioned()) {
            to.position(page.positionHigh(row), page.positionLow(row));
        }
        page.id(row).ifPresent(to::id);
        page.trouble(row).ifPresent(to::trouble);
        ByteSlice data = page.data(row);
        to.data(data.array(), data.offset(), data.length());
        ByteSlice metadata = page.metadata(row);
        to.metadata(metadata.array(), metadata.offset(), metadata.length());
        to.endRow();
    }

    private boolean isRead(EventPage page, int row) {
        return index != null && (page.isPositioned() ? isReadAt(page, row) : isReadAs(index, page, row));
    }

    /// By stream and version, where the order of the store has no positions.
    private boolean isReadAs(HeaderIndex known, EventPage page, int row) {
        long version = page.version(row);
        if (version == EventPage.NO_VERSION) {
            return false;
        }
        for (int stream : streams(known, page.stream(row), page.category(row))) {
            if (version <= newest.computeIfAbsent(stream, one -> newestRead(known, one))) {
                for (int event : known.eventsOf(stream)) {
                    if (event < read && known.version(event) == version) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int[] streams(HeaderIndex known, String name, String category) {
        OptionalInt stream = known.streamNamed(name);
        if (stream.isEmpty()) {
            return new int[0];
        }
        return known.isAmbiguous(name)
                ? IntStream.range(0, known.streamCount())
                        .filter(one -> known.streamEntry(one).name().equals(name)
                                && known.streamEntry(one).category().equals(category))
                        .toArray()
                : new int[] {stream.getAsInt()};
    }

    private long newestRead(HeaderIndex known, int stream) {
        return Arrays.stream(known.eventsOf(stream))
                .filter(event -> event < read)
                .mapToLong(known::version)
                .max()
                .orElse(EventPage.NO_VERSION);
    }

    /// Headers were read in the order of positions.
    private boolean isReadAt(EventPage page, int row) {
        int low = 0;
        int high = read - 1;
        while (low <= high && index != null) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(index.positionHigh(middle), page.positionHigh(row));
            order = order != 0 ? order : Long.compare(index.positionLow(middle), page.positionLow(row));
            if (order == 0) {
                return true;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return false;
    }
}
