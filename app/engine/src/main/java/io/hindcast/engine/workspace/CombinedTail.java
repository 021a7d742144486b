package io.hindcast.engine.workspace;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Tail;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Follows the stores of a workspace, each up to its own horizon, and puts what comes in order by recorded time. Where one of
/// them shows events above its horizon, what others recorded after its newest complete event waits for it. A clock that
/// is late, or a commit that is, can still bring an event behind one with a later time: between stores nothing proves an order.
final class CombinedTail implements Tail {
    private static final String NO_VERSIONS = "its events have no versions, which would tell what is new from what was read";

    private final List<Member> members;
    private final List<Member> followed;

    CombinedTail(List<Member> members) {
        this.members = members;
        this.followed = members.stream().filter(member -> whyNot(member).isEmpty()).toList();
    }

    boolean followsAny() {
        return !followed.isEmpty();
    }

    /// A clause for a person; "" where the store can be followed.
    static String whyNot(Member member) {
        return member.source().tail().isEmpty()
                ? member.source().whyNotFollowed()
                : hasVersions(member) ? "" : NO_VERSIONS;
    }

    private static boolean hasVersions(Member member) {
        try (EventCursor cursor = member.source().read(ReadRequest.store(Detail.OUTLINE).withPageSize(1))) {
            return cursor.next().map(page -> page.version(0) != EventPage.NO_VERSION).orElse(true);
        }
    }

    static Tail of(Member member) {
        return member.source().tail().orElseThrow();
    }

    @Override
    public Certainty certainty() {
        return followed.stream().allMatch(member -> of(member).certainty() == Certainty.PROVEN)
                ? Certainty.PROVEN
                : Certainty.WAITED;
    }

    @Override
    public String how() {
        Stream<String> told = followed.stream().map(member -> member.alias() + ": " + of(member).how());
        Stream<String> others = members.stream()
                .filter(member -> !followed.contains(member))
                .map(member -> member.alias() + " is not followed: " + whyNot(member));
        return "each store up to its own horizon, in the order of their clocks; "
                + Stream.concat(told, others).collect(Collectors.joining("; "));
    }

    /// Stores that are not followed have no place in it: nothing of them comes.
    @Override
    public Optional<Bookmark> mark() {
        return Optional.of(new CombinedBookmark(followed.stream()
                        .map(member -> new CombinedBookmark.Place(
                                member.alias(), of(member).mark().map(Bookmark::text), 0))
                        .toList())
                .written());
    }

    @Override
    public Follower follow(Optional<Bookmark> after, Detail detail, int pageSize) {
        Optional<CombinedBookmark> places = after.map(CombinedBookmark::read);
        var begun = new ArrayList<CombinedFollower.Followed>();
        boolean open = false;
        try {
            for (Member member : members) {
                Optional<CombinedBookmark.Place> place = places.flatMap(all -> all.of(member));
                if (places.isEmpty() || place.isPresent()) {
                    begun.add(begin(member, place, detail, pageSize));
                }
            }
            open = true;
        } finally {
            if (!open) {
                begun.forEach(CombinedFollower.Followed::close);
            }
        }
        return new CombinedFollower(begun, pageSize);
    }

    /// What a store that is not followed holds is read once.
    private CombinedFollower.Followed begin(
            Member member, Optional<CombinedBookmark.Place> place, Detail detail, int pageSize) {
        Optional<Bookmark> begin = place.flatMap(CombinedBookmark.Place::bookmark).map(Bookmark::new);
        int skip = place.map(CombinedBookmark.Place::rows).orElse(0);
        try {
            if (followed.contains(member)) {
                Follower follower = of(member).follow(begin, detail, pageSize);
                return new CombinedFollower.Followed(
                        member, Optional.of(follower), new Feed(member, Feed.Pages.of(follower), begin, skip));
            }
            var request = ReadRequest.store(detail).withPageSize(pageSize);
            var cursor = member.source().read(begin.map(request::after).orElse(request));
            return new CombinedFollower.Followed(
                    member, Optional.empty(), new Feed(member, Feed.Pages.of(cursor), begin, skip));
        } catch (ConnectorException trouble) {
            throw CombinedFollower.of(member, trouble);
        }
    }
}
