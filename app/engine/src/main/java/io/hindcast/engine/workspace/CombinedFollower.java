package io.hindcast.engine.workspace;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Reach;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Merges what the followers of several stores hand out by recorded time.
final class CombinedFollower implements Follower {
    /// A page ends early at so many bytes of bodies.
    private static final int MOST_BYTES = 32 << 20;

    private final List<Followed> stores;
    private final int pageSize;
    private volatile boolean closed;

    CombinedFollower(List<Followed> stores, int pageSize) {
        this.stores = List.copyOf(stores);
        this.pageSize = pageSize;
    }

    /// One of the stores.
    static final class Followed implements AutoCloseable {
        private final Member member;
        /// Absent where the store is only read.
        private final Optional<Follower> follower;
        private final Feed feed;
        /// Whether it holds events that are not complete yet, or does not know.
        private boolean open;

        Followed(Member member, Optional<Follower> follower, Feed feed) {
            this.member = member;
            this.follower = follower;
            this.feed = feed;
        }

        private Reach look() {
            try {
                Reach reach = follower.map(Follower::look).orElseGet(() -> new Reach(Optional.empty(), 0, 0, true));
                open = !reach.isKnown() || reach.above() > 0;
                return reach;
            } catch (ConnectorException trouble) {
                throw of(member, trouble);
            }
        }

        private void settle() {
            try {
                feed.settle();
            } catch (ConnectorException trouble) {
                throw of(member, trouble);
            }
        }

        @Override
        public void close() {
            feed.close();
        }
    }

    /// Says which store it is that fails.
    static ConnectorException of(Member member, ConnectorException trouble) {
        return trouble.kind() == ConnectorException.Kind.CLOSED
                ? trouble
                : new ConnectorException(trouble.kind(), member.alias() + ": " + trouble.sentence(), trouble);
    }

    @Override
    public Reach look() {
        refuseWhenClosed();
        long ready = 0;
        long above = 0;
        long left = 0;
        boolean known = true;
        boolean open = false;
        for (Followed store : stores) {
            left += store.feed.left();
            Reach reach = store.look();
            ready += reach.ready();
            above += reach.above();
            known &= reach.isKnown();
            open |= store.open;
        }
        return new Reach(
                Optional.empty(),
                Math.min(Reach.MOST, open ? ready : ready + left),
                Math.min(Reach.MOST, open ? above + left : above),
                known);
    }

    @Override
    public Optional<EventPage> next() {
        refuseWhenClosed();
        stores.forEach(Followed::settle);
        var page = new EventPage.Builder(false, Math.min(pageSize, 1_000));
        while (page.size() < pageSize && page.bodyBytes() < MOST_BYTES) {
            Optional<Followed> first = first();
            if (first.isEmpty() || waits(first.get())) {
                break;
            }
            first.get().feed.move(page);
        }
        return page.size() == 0 ? Optional.empty() : Optional.of(page.build(bookmark()));
    }

    private Optional<Followed> first() {
        Followed first = null;
        for (Followed store : stores) {
            if (store.feed.hasNext() && (first == null || store.feed.isBefore(first.feed, true))) {
                first = store;
            }
        }
        return Optional.ofNullable(first);
    }

    /// Whether a store that has nothing complete just now may still bring something that was recorded before.
    private boolean waits(Followed first) {
        return stores.stream()
                .anyMatch(store -> store.open && !store.feed.hasNext() && store.feed.isBefore(first.feed, true));
    }

    private Bookmark bookmark() {
        return new CombinedBookmark(stores.stream().map(store -> store.feed.place()).toList()).written();
    }

    /// Each of them in turn: what one of them says meanwhile is heard at its turn.
    @Override
    public void await(Duration atMost) throws InterruptedException {
        List<Follower> all = stores.stream().flatMap(store -> store.follower.stream()).toList();
        Duration each = atMost.dividedBy(Math.max(1, all.size()));
        for (Follower follower : all) {
            if (closed) {
                return;
            }
            follower.await(each);
        }
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "The follower was closed.");
        }
    }

    @Override
    public void close() {
        closed = true;
        stores.forEach(Followed::close);
    }
}
