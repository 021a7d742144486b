package io.hindcast.cli;

import io.hindcast.cli.output.Rows;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Reach;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Tail;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// Prints events as they are written, up to the horizon of the store, until it is told to stop.
final class FollowedEvents {
    /// So soon a wish to stop is noticed.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(300);
    /// Transactions are short: what is above the horizon for fewer looks than this is not worth a word.
    private static final int LOOKS_BEFORE_A_WORD = 10;

    private final OpenStore store;
    private final Predicate<Event> wanted;
    private final long limit;
    private final Rows rows;
    private final Terminal terminal;
    private final EventRow shape;
    private Optional<Reach> reach = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private String place = "";
    private long printed;
    private int looksWithMore;

    FollowedEvents(OpenStore store, Predicate<Event> wanted, long limit, Rows rows, Terminal terminal) {
        this.store = store;
        this.wanted = wanted;
        this.limit = limit;
        this.rows = rows;
        this.terminal = terminal;
        this.shape = new EventRow(store);
    }

    /// @param fromNow only what is not complete yet, else everything
    /// @return the exit code: done when everything that is in the store was printed, else partial
    int print(boolean fromNow, Cancellation cancellation) {
        var tail = mustBeFollowed(store);
        terminal.say("Following: " + tail.how() + ".");
        try (var follower = tail.follow(fromNow ? tail.mark() : Optional.empty(), Detail.FULL)) {
            while (!cancellation.isCancelled() && printed < limit) {
                look(follower, cancellation);
                if (printed < limit) {
                    follower.await(LONGEST_WAIT);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return printed >= limit ? ExitCode.DONE : ended();
    }

    /// @throws ConnectorException when the store cannot be followed
    static Tail mustBeFollowed(OpenStore store) {
        return store.source().tail().orElseThrow(() -> new ConnectorException(
                ConnectorException.Kind.UNSUPPORTED,
                "This store cannot be followed: %s.".formatted(store.source().whyNotFollowed())));
    }

    private void look(Follower follower, Cancellation cancellation) {
        try {
            var now = follower.look();
            reach = Optional.of(now);
            for (var page = follower.next(); page.isPresent(); page = follower.next()) {
                print(page.get());
                if (cancellation.isCancelled() || printed >= limit) {
                    return;
                }
            }
            trouble.ifPresent(_ -> terminal.say("The store answers again."));
            trouble = Optional.empty();
            tellWhatIsAbove(now.above());
        } catch (ConnectorException failure) {
            if (!trouble.equals(Optional.of(failure.sentence()))) {
                terminal.say(failure.sentence() + " Trying again; nothing is lost.");
            }
            trouble = Optional.of(failure.sentence());
        }
    }

    private void print(EventPage page) {
        for (int row = 0; row < page.size() && printed < limit; row++) {
            Event event = page.event(row);
            if (wanted.test(event)) {
                rows.add(shape.of(event));
                printed++;
            }
        }
        rows.flush();
        terminal.out().flush();
        place = page.position(page.size() - 1).map(it -> " up to #" + it).orElse("");
    }

    private void tellWhatIsAbove(long above) {
        looksWithMore = above == 0 ? 0 : looksWithMore + 1;
        if (looksWithMore == LOOKS_BEFORE_A_WORD) {
            terminal.say("Complete%s. %s above the horizon: transactions that may write before them are still open."
                    .formatted(place, events(above)));
        }
    }

    private static String events(long count) {
        return count >= Reach.MOST
                ? "More than %,d events lie".formatted(Reach.MOST)
                : count == 1 ? "1 event lies" : "%,d events lie".formatted(count);
    }

    private int ended() {
        long above = reach.map(Reach::above).orElse(0L);
        boolean whole = trouble.isEmpty() && above == 0 && reach.isPresent();
        terminal.say(whole
                ? "Stopped. %,d printed, complete%s.".formatted(printed, place)
                : "Stopped. %,d printed, complete%s; what lies above the horizon was not printed."
                        .formatted(printed, place));
        return whole ? ExitCode.DONE : ExitCode.PARTIAL;
    }
}
