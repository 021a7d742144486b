package io.hindcast.engine.session;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.spool.EventSpool;
import io.hindcast.event.EventPage;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The events of one stream out of the copy of the bodies.
final class CopiedStream {
    private static final int PAGE = 2_048;
    private static final int AHEAD = 4;

    private final HeaderIndex index;
    private final EventSpool copy;

    CopiedStream(HeaderIndex index, EventSpool copy) {
        this.index = index;
        this.copy = copy;
    }

    /// The pages of a stream in the order in which the store would give them. Absent where that order is not plain to see
    /// (versions that repeat or go back, one name in two categories), where the stream is not in the index, or where it
    /// has grown since; then the store is asked.
    Optional<EventCursor> pages(String stream) {
        OptionalInt ordinal = index.streamNamed(stream);
        if (ordinal.isEmpty() || index.isAmbiguous(stream)) {
            return Optional.empty();
        }
        int[] events = index.eventsOf(ordinal.getAsInt());
        boolean copied = events.length == 0 || events[events.length - 1] < copy.size();
        return copied && isInOrder(events) ? Optional.of(new Cursor(events)) : Optional.empty();
    }

    /// Unpacks a few pages ahead.
    private final class Cursor implements EventCursor {
        private final int[] events;
        private final Deque<CompletableFuture<EventPage>> ahead = new ArrayDeque<>();
        private int next;

        Cursor(int... events) {
            this.events = events;
        }

        @Override
        public Optional<EventPage> next() {
            while (ahead.size() < AHEAD && next < events.length) {
                int[] page = Arrays.copyOfRange(events, next, Math.min(events.length, next + PAGE));
                next += page.length;
                ahead.add(CompletableFuture.supplyAsync(() -> copy.events(page)));
            }
            var page = ahead.poll();
            try {
                return page == null ? Optional.empty() : Optional.of(page.join());
            } catch (CompletionException e) {
                throw new ConnectorException(
                        ConnectorException.Kind.INTERNAL, "The copy of the bodies cannot be read.", e);
            }
        }

        @Override
        public void close() {
            ahead.forEach(page -> page.cancel(false));
        }
    }

    private boolean isInOrder(int... events) {
        for (int i = 1; i < events.length; i++) {
            if (index.version(events[i]) <= index.version(events[i - 1])
                    && (index.version(events[i]) != EventPage.NO_VERSION
                            || index.version(events[i - 1]) != EventPage.NO_VERSION)) {
                return false;
            }
        }
        return true;
    }
}
