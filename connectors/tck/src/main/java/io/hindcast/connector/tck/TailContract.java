package io.hindcast.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.Tail;
import io.hindcast.connector.Tail.Certainty;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What following promises, on a store that nobody writes to just now. What happens while others write is the business of
/// each system's own tests. Extend [ConnectorContract].
public abstract class TailContract extends ReadingContract {
    private static final Duration LONG = Duration.ofMinutes(5);

    protected TailContract() {}

    @Test
    void a_store_can_be_followed_exactly_where_that_is_claimed_and_else_says_why_not() {
        boolean claimed = source().info().capabilities().contains(Capability.LIVE_TAIL);
        assertThat(source().tail().isPresent()).isEqualTo(claimed);
        assertThat(source().whyNotFollowed().isEmpty()).isEqualTo(claimed);
        source().tail().ifPresent(tail -> assertThat(tail.how()).isNotBlank());
    }

    @Test
    void following_from_the_beginning_gives_every_event_once_and_in_order() {
        for (int size : List.of(1, 2, 1000)) {
            try (var follower = tail().follow(Optional.empty(), Detail.FULL, size)) {
                follower.look();
                assertBeginning(lines(eventsOf(follower)));
                assertThat(follower.next()).isEmpty();
            }
        }
    }

    /// Where nothing is proven, the newest events may still be waited for.
    private void assertBeginning(List<String> given) {
        var all = lines(known().events());
        if (tail().certainty() == Certainty.PROVEN) {
            assertThat(given).isEqualTo(all);
        } else {
            assertThat(given).isEqualTo(all.subList(0, given.size()));
        }
    }

    @Test
    void every_bookmark_of_a_follower_is_one_to_follow_from() {
        var pages = new ArrayList<EventPage>();
        try (var follower = tail().follow(Optional.empty(), Detail.HEADERS, 2)) {
            follower.look();
            for (var page = follower.next(); page.isPresent(); page = follower.next()) {
                pages.add(page.get());
            }
        }
        int seen = 0;
        var all = lines(known().events());
        for (EventPage page : pages) {
            seen += page.size();
            try (var follower = tail().follow(Optional.of(page.bookmark()), Detail.FULL)) {
                follower.look();
                var rest = lines(eventsOf(follower));
                assertThat(rest).isEqualTo(all.subList(seen, seen + rest.size()));
            }
        }
    }

    @Test
    void behind_the_mark_of_a_quiet_store_nothing_new_comes() {
        assumeTrue(tail().certainty() == Certainty.PROVEN, "nothing proves that nothing is missing");
        try (var follower = tail().follow(tail().mark(), Detail.FULL)) {
            var reach = follower.look();
            assertThat(follower.next()).isEmpty();
            assertThat(reach.ready()).isZero();
            assertThat(reach.above()).isZero();
        }
    }

    @Test
    void what_waits_is_counted_until_it_is_handed_out() {
        assumeTrue(tail().certainty() == Certainty.PROVEN, "nothing proves that nothing is missing");
        try (var follower = tail().follow(Optional.empty(), Detail.HEADERS)) {
            assertThat(follower.look().ready()).isEqualTo(known().events().size());
            eventsOf(follower);
            assertThat(follower.look().ready()).isZero();
        }
    }

    @Test
    void a_follower_that_was_not_asked_to_look_gives_nothing() {
        try (var follower = tail().follow(Optional.empty(), Detail.FULL)) {
            assertThat(follower.next()).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("try")
    void waiting_ends_in_time_when_closed_and_when_interrupted() throws InterruptedException {
        try (var follower = tail().follow(Optional.empty(), Detail.FULL)) {
            follower.await(Duration.ofMillis(1));
            assertEnds(follower, Thread::interrupt);
            assertEnds(follower, _ -> follower.close());
            follower.await(LONG);
        }
    }

    private static void assertEnds(Follower follower, Consumer<Thread> by) throws InterruptedException {
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    follower.look();
                    follower.await(LONG);
                }
            } catch (InterruptedException | ConnectorException _) {
                return;
            }
        });
        by.accept(waiting);
        assertThat(waiting.join(Duration.ofMinutes(1))).as("waiting ended").isTrue();
    }

    @Test
    void a_closed_follower_and_one_of_a_closed_store_refuse() {
        var tail = tail();
        var follower = tail.follow(Optional.empty(), Detail.FULL);
        follower.close();
        assertThatCode(follower::close).doesNotThrowAnyException();
        assertClosed(follower::look);
        try (var other = tail.follow(Optional.empty(), Detail.FULL)) {
            source().close();
            assertClosed(other::look);
        }
        assertClosed(tail::mark);
    }

    private static void assertClosed(Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(ConnectorException.Kind.CLOSED));
    }

    @Test
    void a_foreign_bookmark_cannot_be_followed_from() {
        var tail = tail();
        assertThatThrownBy(() -> tail.follow(Optional.of(new Bookmark("nobody's, 無")), Detail.FULL))
                .isInstanceOf(ConnectorException.class);
    }

    private Tail tail() {
        var tail = source().tail();
        assumeTrue(tail.isPresent(), "this store cannot be followed");
        return tail.orElseThrow();
    }

    private static List<Event> eventsOf(Follower follower) {
        var events = new ArrayList<Event>();
        for (var page = follower.next(); page.isPresent(); page = follower.next()) {
            for (int row = 0; row < page.get().size(); row++) {
                events.add(page.get().event(row));
            }
        }
        return events;
    }
}
