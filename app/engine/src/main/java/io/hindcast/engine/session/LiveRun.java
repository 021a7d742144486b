package io.hindcast.engine.session;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Tail;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.EventPage;
import java.time.Duration;
import java.util.function.Consumer;

/// Follows a store for as long as somebody wants it.
final class LiveRun {
    /// So soon a wish to stop or to pause is noticed.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final Tail tail;
    private final LivePlace place;
    private final Consumer<EventPage> append;
    private LiveState state = LiveState.BEGIN;

    LiveRun(Tail tail, LivePlace place, Consumer<EventPage> append) {
        this.tail = tail;
        this.place = place;
        this.append = append;
    }

    void run(LiveListener listener, Cancellation cancellation) {
        try (var follower = tail.follow(place.after(), Detail.FULL)) {
            while (!cancellation.isCancelled()) {
                look(follower, listener, cancellation);
                listener.reached(state);
                follower.await(LONGEST_WAIT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Follower follower, LiveListener listener, Cancellation cancellation) {
        try {
            var reach = follower.look();
            boolean paused = listener.isPaused();
            state = state.looked(reach, paused ? reach.ready() : 0);
            if (!paused) {
                take(follower, listener, cancellation);
            }
        } catch (ConnectorException trouble) {
            if (trouble.kind() == ConnectorException.Kind.CLOSED) {
                cancellation.cancel();
            }
            state = state.failed(trouble.sentence());
        }
    }

    private void take(Follower follower, LiveListener listener, Cancellation cancellation) {
        for (var page = follower.next(); page.isPresent(); page = follower.next()) {
            place.news(page.get()).ifPresent(this::add);
            place.moveTo(page.get().bookmark());
            if (cancellation.isCancelled()) {
                return;
            }
            listener.reached(state);
        }
    }

    private void add(EventPage page) {
        append.accept(page);
        state = state.took(page.size(), page.position(page.size() - 1));
    }
}
