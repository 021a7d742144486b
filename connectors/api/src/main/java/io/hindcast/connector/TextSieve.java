package io.hindcast.connector;

import io.hindcast.event.FieldLocation.Part;
import java.util.List;
import java.util.Set;

/// Reads events for somebody who looks for text, and spares the way for bodies that cannot hold it. Safe for many
/// threads.
public interface TextSieve {
    /// The same rows in the same order as [EventSource#read] gives with everything, bookmarks of either good for both; only
    /// that a body, or the metadata, may come empty where the store made sure that its bytes, as they would be given, hold none
    /// of the texts. It never comes empty where they hold one: letter for letter, in UTF-8.
    ///
    /// @param texts at least one, none of them empty
    /// @param parts what may come empty; the other part always comes whole
    /// @throws ConnectorException when the store refuses
    EventCursor read(ReadRequest request, List<String> texts, Set<Part> parts);
}
