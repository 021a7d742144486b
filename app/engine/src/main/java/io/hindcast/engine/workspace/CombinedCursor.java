package io.hindcast.engine.workspace;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Merges the stores by recorded time. Of two events recorded at the same instant the one of the store that was named
/// first comes first.
final class CombinedCursor implements EventCursor {
    /// A page ends early at so many bytes of bodies.
    private static final int MOST_BYTES = 32 << 20;

    private final List<Feed> feeds = new ArrayList<>();
    private final boolean forward;
    private final int pageSize;

    CombinedCursor(List<Member> members, ReadRequest request) {
        this.forward = request.direction() == Direction.FORWARD;
        this.pageSize = request.pageSize();
        Optional<CombinedBookmark> after = request.after().map(CombinedBookmark::read);
        boolean open = false;
        try {
            for (Member member : members) {
                feeds.add(feed(member, request, after.flatMap(bookmark -> bookmark.of(member))));
            }
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    private static Feed feed(Member member, ReadRequest request, Optional<CombinedBookmark.Place> place) {
        Optional<Bookmark> begin = place.flatMap(CombinedBookmark.Place::bookmark).map(Bookmark::new);
        var own = new ReadRequest(
                own(request.selection(), member),
                begin,
                request.versions(),
                request.direction(),
                request.detail(),
                request.pageSize());
        var feed = new Feed(
                member,
                Feed.Pages.of(member.source().read(own)),
                begin,
                place.map(CombinedBookmark.Place::rows).orElse(0));
        feed.settle();
        return feed;
    }

    /// What is selected, by the store's own names.
    private static Selection own(Selection selection, Member member) {
        return switch (selection) {
            case Selection.Store store -> store;
            case Selection.Stream(String name) ->
                new Selection.Stream(member.name().inner(name).orElse(name));
            case Selection.Category(String name) ->
                new Selection.Category(member.name().inner(name).orElse(name));
        };
    }

    @Override
    public Optional<EventPage> next() {
        var page = new EventPage.Builder(false, Math.min(pageSize, 1_000));
        while (page.size() < pageSize && page.bodyBytes() < MOST_BYTES) {
            Optional<Feed> first = first();
            if (first.isEmpty()) {
                break;
            }
            first.get().move(page);
        }
        return page.size() == 0 ? Optional.empty() : Optional.of(page.build(bookmark()));
    }

    private Optional<Feed> first() {
        Feed first = null;
        for (Feed feed : feeds) {
            if (feed.hasNext() && (first == null || feed.isBefore(first, forward))) {
                first = feed;
            }
        }
        return Optional.ofNullable(first);
    }

    private Bookmark bookmark() {
        return new CombinedBookmark(feeds.stream().map(Feed::place).toList()).written();
    }

    @Override
    public void close() {
        feeds.forEach(Feed::close);
    }
}
