package io.hindcast.connector;

import io.hindcast.event.EventPage;
import java.time.Duration;
import java.util.Optional;

/// One reader that follows a store. Used by one thread at a time, but [#close()] may be called by any.
///
/// A call that fails with a [ConnectorException] may be repeated: the follower goes on where it was, on a new connection.
public interface Follower extends AutoCloseable {
    /// Looks how far the store is complete just now.
    ///
    /// @throws ConnectorException when the store fails
    Reach look();

    /// The next events below the horizon that [#look()] found last, in the order of the store, never an empty page;
    /// nothing when all of them were handed out. The bookmark of a page is one to follow from.
    ///
    /// @throws ConnectorException when the store fails; no event is lost by that
    Optional<EventPage> next();

    /// Waits until something may be new: until the store says so where it does, else for a pause that grows while nothing
    /// happens. Looking earlier or later than this does no harm.
    ///
    /// @param atMost returns after this time at the latest
    /// @throws InterruptedException when the thread is interrupted
    void await(Duration atMost) throws InterruptedException;

    /// Lets go; a thread that waits in [#await] returns. Closing twice is allowed.
    @Override
    void close();
}
