package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Reach;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Tail;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Follows a file that another program adds lines to. A line is an event when it has its end.
final class FilesTail implements Tail {
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final FilesSource source;

    FilesTail(FilesSource source) {
        this.source = source;
    }

    @Override
    public Certainty certainty() {
        return Certainty.PROVEN;
    }

    @Override
    public String how() {
        return "lines are added at the end of the file, and a line is taken when it has its end";
    }

    @Override
    public Optional<Bookmark> mark() {
        source.assertOpen();
        return source.lastRow().stream().mapToObj(Walk::bookmark).findFirst();
    }

    @Override
    public Follower follow(Optional<Bookmark> after, Detail detail, int pageSize) {
        var request = ReadRequest.store(detail).withPageSize(pageSize);
        var from = after.map(request::after).orElse(request);
        source.read(from).close(); // refuses a bookmark that is not ours
        return new LineFollower(from);
    }

    private final class LineFollower implements Follower {
        private final CountDownLatch end = new CountDownLatch(1);
        private ReadRequest rest;
        private int handedOut;
        private boolean looked;
        private Duration pause = SHORTEST;

        LineFollower(ReadRequest rest) {
            this.rest = rest;
            this.handedOut = rest.after().map(Walk::rowOf).orElse(-1) + 1;
        }

        @Override
        public Reach look() {
            refuseWhenClosed();
            boolean unfinished = source.grow();
            looked = true;
            int last = source.lastRow().orElse(-1);
            return new Reach(
                    last < 0 ? Optional.empty() : Optional.of(Position.of(source.positionOf(last))),
                    Math.min(Reach.MOST, last + 1L - handedOut),
                    unfinished ? 1 : 0,
                    true);
        }

        @Override
        public Optional<EventPage> next() {
            refuseWhenClosed();
            if (!looked) {
                return Optional.empty();
            }
            try (var cursor = source.read(rest)) {
                var page = cursor.next();
                page.ifPresent(this::handOut);
                looked = page.isPresent();
                return page;
            }
        }

        private void handOut(EventPage page) {
            rest = rest.after(page.bookmark());
            handedOut = Walk.rowOf(page.bookmark()) + 1;
            pause = SHORTEST;
        }

        @Override
        public void await(Duration atMost) throws InterruptedException {
            var now = pause.compareTo(atMost) < 0 ? pause : atMost;
            var twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
            if (end.await(now.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = SHORTEST;
            }
        }

        private void refuseWhenClosed() {
            source.assertOpen();
            if (end.getCount() == 0) {
                throw new ConnectorException(ConnectorException.Kind.CLOSED, "The follower was closed.");
            }
        }

        @Override
        public void close() {
            end.countDown();
        }
    }
}
