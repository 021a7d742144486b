package io.hindcast.connector.jdbc.tail;

/// Finds the bound of one follower. Used by one thread.
public interface HorizonFinder {
    /// Looks anew. Whatever lies below the bound is seen by every statement that begins later; bounds never go back.
    ///
    /// @throws io.hindcast.connector.ConnectorException when the store fails; may be called again then
    Bound look();
}
