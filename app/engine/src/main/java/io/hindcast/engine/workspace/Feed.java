package io.hindcast.engine.workspace;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.Follower;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The events of one store on their way into the common order: a page of them, and the row that is next.
final class Feed implements AutoCloseable {
    private final Member member;
    private final Pages pages;
    private @Nullable EventPage page;
    private int row;
    /// Rows to pass over, of the pages that come.
    private int skip;
    /// Where the page that is read now begins; absent for the first.
    private Optional<Bookmark> begin;
    private long second = Long.MIN_VALUE;
    private int nano;

    /// Where pages come from: a cursor, or a follower, which may have none now and some later.
    interface Pages {
        Optional<EventPage> next();

        void close();

        static Pages of(EventCursor cursor) {
            return new Pages() {
                @Override
                public Optional<EventPage> next() {
                    return cursor.next();
                }

                @Override
                public void close() {
                    cursor.close();
                }
            };
        }

        static Pages of(Follower follower) {
            return new Pages() {
                @Override
                public Optional<EventPage> next() {
                    return follower.next();
                }

                @Override
                public void close() {
                    follower.close();
                }
            };
        }
    }

    /// @param begin behind which the pages begin; absent at the start of the store
    /// @param skip rows that were given before; pages may be cut differently than they were then
    Feed(Member member, Pages pages, Optional<Bookmark> begin, int skip) {
        this.member = member;
        this.pages = pages;
        this.begin = begin;
        this.skip = skip;
    }

    /// Sees to it that a row lies ready where there is one, and notes its time.
    void settle() {
        while (page == null || row >= page.size()) {
            if (page != null) {
                begin = Optional.of(page.bookmark());
            }
            page = pages.next().orElse(null);
            row = 0;
            if (page == null) {
                return;
            }
            row = Math.min(skip, page.size());
            skip -= row;
        }
        if (page.recordedSecond(row) != EventPage.NO_TIME) {
            second = page.recordedSecond(row);
            nano = page.recordedNano(row);
        }
    }

    /// Rows that were read and not handed over.
    int left() {
        return page == null ? 0 : page.size() - row;
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
    void move(EventPage.Builder target) {
        EventPage from = Objects.requireNonNull(page);
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
        return new CombinedBookmark.Place(member.alias(), begin.map(Bookmark::text), page == null ? skip : row);
    }

    @Override
    public void close() {
        pages.close();
    }
}
