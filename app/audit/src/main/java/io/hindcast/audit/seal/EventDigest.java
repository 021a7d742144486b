package io.hindcast.audit.seal;

import io.hindcast.event.EventPage;

/// The hashes of one event, as a seal takes them.
///
/// @param event over everything the store says about it: what a seal and a running hash are made of
/// @param data over its body, as the bytes lie in the store
/// @param metadata over its metadata
public record EventDigest(Hash event, Hash data, Hash metadata) {
    /// Of a row of a page that was read with bodies.
    public static EventDigest of(EventPage page, int row) {
        var text = new CanonicalEvent();
        text.write(page, row);
        return new EventDigest(new Hash(text.hash()), new Hash(text.dataHash()), new Hash(text.metadataHash()));
    }

    /// The running hash of a stream behind this event.
    ///
    /// @param before of the events before it; [Hash#ZERO] without any
    public Hash after(Hash before) {
        return StreamChains.next(before, event);
    }
}
