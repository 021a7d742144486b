package io.hindcast.engine.session;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where following goes on. It begins at the mark that was taken before the index was read, so that what was being written
/// meanwhile is not missed; what the index got by reading is recognised and left out.
final class LivePlace {
    private Optional<Bookmark> after;
    private @Nullable HeaderIndex index;
    private int read;

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
                .recordedAt(page.recordedSecond(row), page.recordedNano(row))
                .position(page.positionHigh(row), page.positionLow(row));
        page.id(row).ifPresent(to::id);
        page.trouble(row).ifPresent(to::trouble);
        ByteSlice data = page.data(row);
        to.data(data.array(), data.offset(), data.length());
        ByteSlice metadata = page.metadata(row);
        to.metadata(metadata.array(), metadata.offset(), metadata.length());
        to.endRow();
    }

    /// Headers were read in the order of positions.
    private boolean isRead(EventPage page, int row) {
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
