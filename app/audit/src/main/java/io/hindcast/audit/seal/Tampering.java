package io.hindcast.audit.seal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One way in which a stream is not what was sealed: the first in it.
public sealed interface Tampering {
    /// Which stream.
    String stream();

    /// Which event, by its version, where the store numbers them.
    OptionalLong version();

    /// Part of an event that can differ.
    enum Part {
        POSITION,
        RECORDED_TIME,
        ID_OR_TYPE,
        BODY,
        VERSION,
        /// The hash of the whole event differs though no single part was seen to: below a microsecond, or in what is not told apart.
        OTHER
    }

    /// The event is there, with another content.
    ///
    /// @param sealedAt its recorded time as sealed, absent where there was none
    record Changed(String stream, OptionalLong version, Set<Part> parts, Optional<Instant> sealedAt) implements Tampering {
        public Changed {
            parts = Set.copyOf(parts);
        }
    }

    /// A sealed event is no longer there.
    record Missing(String stream, OptionalLong version, Optional<Instant> sealedAt) implements Tampering {}

    /// An event stands among the sealed ones that was not sealed.
    record Inserted(String stream, OptionalLong version) implements Tampering {}

    /// The event is there, at another place.
    record Reordered(String stream, OptionalLong version) implements Tampering {}

    /// None of the stream's sealed events is there.
    record StreamGone(String stream, long events) implements Tampering {
        @Override
        public OptionalLong version() {
            return OptionalLong.empty();
        }
    }
}
