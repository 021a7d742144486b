package io.hindcast.engine.population;

import io.hindcast.event.EventPage;

/// What a [StreamScan] keeps of each stream while it goes through the events. One stream is always in the hands of one
/// thread; the events of a stream come in reading order.
///
/// @param <K> what is kept of one stream
public interface Keeping<K> {
    /// Called at the first event of a stream.
    K begin(String stream, String category);

    /// Takes the next event of the stream.
    ///
    /// @param reported whether everything up to this event was reported before: it is taken in without a word
    void take(K kept, EventPage page, int row, boolean reported);

    /// The page is through: lets go of what was needed within it.
    default void rest(K kept) {}

    /// About how many bytes this holds; asked when the events of the stream have doubled.
    long weight(K kept);
}
