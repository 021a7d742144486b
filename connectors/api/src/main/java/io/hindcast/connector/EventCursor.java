package io.hindcast.connector;

import io.hindcast.event.EventPage;
import java.util.Optional;

/// Pages of events in the order asked for; used by one thread at a time.
public interface EventCursor extends AutoCloseable {
    /// The next page, never an empty one; nothing when the selection is exhausted.
    ///
    /// @throws ConnectorException when the store fails; the last page's bookmark stays valid
    Optional<EventPage> next();

    @Override
    void close();
}
