package io.hindcast.audit.seal;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Reach;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.Tail;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Duration;
import java.util.Optional;

/// Up to where a store is complete: a transaction that is still open may put events between those that are there.
///
/// @param upTo the highest position that is sealed; everything that is read when absent
/// @param says how that is known, for a person
/// @param isProven whether the store itself shows it, so that an event below that was not sealed cannot have been late
public record CompleteEnd(Optional<Position> upTo, String says, boolean isProven) {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// Gaps are proven dead, and transactions end, between two looks; where others write all the time, nobody waits for an end of that.
    private static final int LOOKS = 10;

    /// Looks how far a store is complete now. May wait for some seconds.
    ///
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    static CompleteEnd of(EventSource source) throws InterruptedException {
        Optional<Tail> tail = source.tail();
        if (tail.isEmpty()) {
            return new CompleteEnd(Optional.empty(), "as it was read: " + source.whyNotFollowed(), false);
        }
        if (tail.get().certainty() != Tail.Certainty.PROVEN) {
            return new CompleteEnd(Optional.empty(), "as it was read: " + tail.get().how(), false);
        }
        try (Follower follower = tail.get().follow(tail.get().mark(), Detail.HEADERS)) {
            Reach reach = follower.look();
            for (int look = 1; look < LOOKS && (!reach.isKnown() || reach.above() > 0); look++) {
                follower.await(PAUSE);
                reach = follower.look();
            }
            return isComplete(reach, source)
                    ? new CompleteEnd(reach.horizon(), tail.get().how(), true)
                    : new CompleteEnd(Optional.empty(), "as it was read: the store did not say up to where it is complete", false);
        }
    }

    /// Several stores have no order in common that a reading could be held to.
    private static boolean isComplete(Reach reach, EventSource source) {
        boolean ordered = source.info().capabilities().contains(Capability.GLOBAL_ORDER);
        return reach.isKnown() && (reach.horizon().isPresent() || (ordered && reach.above() == 0));
    }

    boolean holds(EventPage page, int row) {
        return upTo.isEmpty()
                || !page.isPositioned()
                || new Position(page.positionHigh(row), page.positionLow(row)).compareTo(upTo.get()) <= 0;
    }
}
