package io.hindcast.desktop.streams;

import io.hindcast.engine.session.StreamSummary;

/// A row of the list: the head of a category, or a stream in it.
sealed interface StreamRow {
    /// @param streams how many of its streams are listed
    /// @param events how many events those have
    record Category(String name, int streams, long events, boolean folded) implements StreamRow {}

    record OfStream(StreamSummary summary) implements StreamRow {}
}
