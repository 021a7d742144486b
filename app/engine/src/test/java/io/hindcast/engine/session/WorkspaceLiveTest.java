package io.hindcast.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Tail;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.engine.workspace.CombinedSource;
import io.hindcast.engine.workspace.Member;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Several stores are followed as one, each up to its own horizon.
class WorkspaceLiveTest {
    private static final FoldFinder.Found MERGE =
            new FoldFinder.Found(new MergeFold(), "merge fold", List.of(), Optional.empty());

    private final GrowingSource bank = new GrowingSource();
    private final GrowingSource cards = new GrowingSource();
    private final CombinedSource both = combined(bank, cards);

    private static CombinedSource combined(EventSource one, EventSource other) {
        return new CombinedSource(List.of(member("bank", one), member("cards", other)), List.of());
    }

    private static Member member(String alias, EventSource source) {
        return new Member(alias, source, new MergeFold(), "merge fold");
    }

    private static Tail tail(EventSource source) {
        return source.tail().orElseThrow();
    }

    private static List<String> taken(Follower follower) {
        var names = new ArrayList<String>();
        follower.look();
        for (var page = follower.next(); page.isPresent(); page = follower.next()) {
            add(page.get(), names);
        }
        return names;
    }

    private static void add(EventPage page, List<String> names) {
        for (int row = 0; row < page.size(); row++) {
            names.add(page.stream(row) + "@" + page.recordedSecond(row));
        }
    }

    @Test
    void what_is_complete_comes_in_the_order_of_the_clocks() {
        bank.commit(10, "a").commit(30, "a").horizon(30);
        cards.commit(20, "b").commit(25, "b").horizon(25);

        try (var follower = tail(both).follow(Optional.empty(), Detail.FULL, 3)) {
            assertThat(taken(follower)).containsExactly("bank:a@10", "cards:b@20", "cards:b@25", "bank:a@30");
            bank.commit(40, "a").horizon(40);
            assertThat(taken(follower)).containsExactly("bank:a@40");
        }
    }

    @Test
    void what_was_recorded_after_a_store_that_is_not_complete_waits_for_it() {
        bank.commit(10, "a").commit(30, "a").horizon(10);
        cards.commit(5, "b").commit(20, "b").horizon(20);

        try (var follower = tail(both).follow(Optional.empty(), Detail.FULL)) {
            assertThat(taken(follower)).containsExactly("cards:b@5", "bank:a@10");
            assertThat(follower.look().above()).isEqualTo(2);

            bank.commit(15, "a").horizon(30);
            assertThat(taken(follower)).containsExactly("bank:a@15", "cards:b@20", "bank:a@30");
            assertThat(follower.look().above()).isZero();
        }
    }

    @Test
    void following_goes_on_behind_any_page() {
        for (long position = 1; position <= 9; position++) {
            bank.commit(2 * position, "a").horizon(2 * position);
            cards.commit(3 * position, "b").horizon(3 * position);
        }
        for (int size = 1; size <= 4; size++) {
            var names = new ArrayList<String>();
            Optional<Bookmark> place = Optional.empty();
            for (boolean more = true; more; ) {
                try (var follower = tail(both).follow(place, Detail.FULL, size)) {
                    follower.look();
                    Optional<EventPage> page = follower.next();
                    page.ifPresent(one -> add(one, names));
                    place = page.map(EventPage::bookmark).or(Optional::empty);
                    more = page.isPresent();
                }
            }
            assertThat(names).as("pages of %d", size).hasSize(18).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_index_of_a_workspace_gets_each_event_once_also_those_that_were_in_flight_when_it_was_read() {
        bank.commit(1, "a").commit(3, "c").horizon(1);
        cards.commit(2, "b").horizon(2);
        var store = new IndexedStore("both", both, new StandardPayloads(), MERGE);
        store.buildIndex(Progress.SILENT, Cancellation.never());
        bank.commit(2, "x").horizon(3);
        cards.commit(4, "b").horizon(4);
        var cancellation = new Cancellation();

        boolean followed = store.follow(
                state -> {
                    if (state.taken() == 2) {
                        cancellation.cancel();
                    }
                },
                cancellation);

        assertThat(followed).isTrue();
        var index = store.index();
        assertThat(IntStream.range(0, index.size())
                        .mapToObj(event -> index.streamEntry(index.stream(event)).name() + "#" + index.version(event)))
                .containsExactly("bank:a#0", "cards:b#0", "bank:c#0", "bank:x#0", "cards:b#1");
    }

    @Test
    void a_store_that_cannot_be_followed_is_read_and_named_and_the_others_are_followed() {
        var still = new MemorySource().event("m-1", 1, "T", "1970-01-01T00:00:02Z", "{}");
        var mixed = combined(bank, still);
        bank.commit(1, "a").horizon(1);

        assertThat(tail(mixed).how()).contains("cards is not followed: its connector");
        try (var follower = tail(mixed).follow(Optional.empty(), Detail.FULL)) {
            assertThat(taken(follower)).containsExactly("bank:a@1", "cards:m-1@2");
            bank.commit(3, "a").horizon(3);
            assertThat(taken(follower)).containsExactly("bank:a@3");
        }
        try (var follower = tail(mixed).follow(tail(mixed).mark(), Detail.FULL)) {
            bank.commit(4, "a").horizon(4);
            assertThat(taken(follower)).containsExactly("bank:a@4");
        }
    }

    @Test
    void where_none_can_be_followed_each_says_why() {
        var none = combined(new MemorySource(), new MemorySource());

        assertThat(none.tail()).isEmpty();
        assertThat(none.whyNotFollowed()).contains("bank: its connector").contains("cards: its connector");
    }

    @Test
    void a_store_that_fails_is_named_and_nothing_is_lost_by_it() {
        bank.commit(1, "a").horizon(1);
        cards.commit(2, "b").horizon(2);
        try (var follower = tail(both).follow(Optional.empty(), Detail.FULL)) {
            cards.broken(true);
            var failure = Assertions.catchThrowableOfType(ConnectorException.class, follower::look);
            assertThat(failure.sentence()).isEqualTo("cards: The store does not answer.");

            cards.broken(false);
            assertThat(taken(follower)).containsExactly("bank:a@1", "cards:b@2");
        }
    }
}
