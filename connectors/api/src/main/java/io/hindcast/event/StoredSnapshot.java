package io.hindcast.event;

import java.time.Instant;
import java.util.Optional;

/// A state that the application stored. Evidence to be tested, never a shortcut for us.
///
/// @param stream the stream it belongs to, spelled as in [Event#stream()]
/// @param category as in [Event#category()]
/// @param version the version of the last event it includes (systems that count otherwise are converted)
/// @param type the name the store gives to it, "" if none
/// @param recordedAt when it was stored, absent where the store does not say
/// @param state the stored bytes, undecoded
/// @param place where it lies in the store, for a person: `table stored_snapshots, key …`
/// @param trouble why it could not be read as it should be
public record StoredSnapshot(
        String stream,
        String category,
        long version,
        String type,
        Optional<Instant> recordedAt,
        ByteSlice state,
        String place,
        Optional<String> trouble) {}
