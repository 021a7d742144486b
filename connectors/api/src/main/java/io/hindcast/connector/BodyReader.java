package io.hindcast.connector;

import io.hindcast.event.Bookmark;
import java.util.Optional;

/// Reads the bodies of a whole store apart from its headers. Safe for many threads.
public interface BodyReader {
    /// Pages in the order in which the store is read forward. A row has its position, id, body, metadata and what is wrong
    /// with one of these; its stream and type are "", and it has neither version nor time.
    ///
    /// There may be rows that are no events. Whoever has the headers tells them by their positions.
    ///
    /// @param after resume behind this bookmark of an earlier reading of bodies
    /// @throws ConnectorException when the store refuses
    EventCursor read(Optional<Bookmark> after);
}
