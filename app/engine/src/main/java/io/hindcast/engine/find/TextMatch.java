package io.hindcast.engine.find;

import io.hindcast.event.Event;
import io.hindcast.event.FieldLocation.Part;

/// An event that holds the text.
///
/// @param ordinal its place in the selection that was searched, 0-based
/// @param header the event; its bytes belong to a page and are not to be kept for long
/// @param part where it was found first: in the body, else in the metadata
public record TextMatch(long ordinal, Event header, Part part, Snippet snippet) {}
