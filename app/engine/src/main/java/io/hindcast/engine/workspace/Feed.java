package io.hindcast.engine.workspace;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.EventPage.Builder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The events of one store on their way into the common order: a page of them, and the row that is next.
final class Feed implements AutoCloseable {
    private final Member member;
    private final EventCursor cursor;
    private @Nullable EventPage page;
    private int row;
    /// Where the page that is read now begins; absent for the first.
    private Optional<Bookmark> begin;
    private long second = Long.MIN_VALUE;
    private int nano;

    /// @param skip rows of the first page that were given before
    Feed(Member member, ReadRequest request, int skip) {
        this.member = member;
        this.begin = request.after();
        this.cursor = member.source().read(request);
        turn();
        pass(skip);
        settle();
    }

    /// Pages may be cut differently than when the bookmark was written.
    private void pass(int rows) {
        int left = rows;
        while (page != null && left > 0) {
            int here = Math.min(left, page.size());
            row = here;
            left -= here;
            if (left > 0) {
                begin = Optional.of(page.bookmark());
                turn();
            }
        }
    }

    private void turn() {
        page = cursor.next().orElse(null);
        row = 0;
    }

    /// Goes over to the next page where this one is done, and notes the time of the row that is next.
    private void settle() {
        while (page != null && row >= page.size()) {
            begin = Optional.of(page.bookmark());
            turn();
        }
        if (page != null && page.recordedSecond(row) != EventPage.NO_TIME) {
            second = page.recordedSecond(row);
            nano = page.recordedNano(row);
        }
    }

    boolean hasNext() {
        return page != null;
    }

    /// Whether the next row was recorded before another's, or after it when reading backward. A row without a time is
    /// taken to be as old as the one before it.
    boolean isBefore(Feed other, boolean forward) {
        int order = second != other.second ? Long.compare(second, other.second) : Integer.compare(nano, other.nano);
        return forward ? order < 0 : order > 0;
    }

    /// Hands the next row over, under the names of the workspace.
    void move(Builder target) {
        EventPage from = java.util.Objects.requireNonNull(page);
        target.stream(member.name().of(from.stream(row)), member.name().of(from.category(row)));
        target.type(from.type(row));
        if (from.version(row) != EventPage.NO_VERSION) {
            target.version(from.version(row));
        }
        if (from.recordedSecond(row) != EventPage.NO_TIME) {
            target.recordedAt(from.recordedSecond(row), from.recordedNano(row));
        }
        from.id(row).ifPresent(target::id);
        var data = from.data(row);
        target.data(data.array(), data.offset(), data.length());
        var metadata = from.metadata(row);
        target.metadata(metadata.array(), metadata.offset(), metadata.length());
        from.trouble(row).ifPresent(target::trouble);
        target.endRow();
        row++;
        settle();
    }

    /// Where to go on: the page that is read now, and how many of its rows were given.
    CombinedBookmark.Place place() {
        return new CombinedBookmark.Place(member.alias(), begin.map(Bookmark::text), row);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
