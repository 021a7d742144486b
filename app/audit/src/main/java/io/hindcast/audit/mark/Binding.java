package io.hindcast.audit.mark;

import io.hindcast.audit.seal.Hash;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What a mark stands beside, and the hashes by which it is known again.
public sealed interface Binding {
    StoreName store();

    /// The stream, absent where the mark is about the store as a whole.
    Optional<String> stream();

    /// The same without hashes, for whoever shall not have the bodies: a hash of few bytes gives them away. Whether the mark
    /// holds cannot be told any more.
    default Binding withoutHashes() {
        return switch (this) {
            case ToEvent event ->
                new ToEvent(
                        event.store,
                        event.streamName,
                        event.version,
                        event.position,
                        event.eventId,
                        event.type,
                        event.recordedAt,
                        Hash.ZERO,
                        Hash.ZERO,
                        Hash.ZERO);
            case ToStream stream ->
                new ToStream(stream.store, stream.streamName, stream.version, stream.events, Hash.ZERO);
            case ToStore store -> store;
        };
    }

    /// Whether there are hashes to tell by.
    default boolean hasHashes() {
        return switch (this) {
            case ToEvent event -> !event.event.equals(Hash.ZERO);
            case ToStream stream -> !stream.head.equals(Hash.ZERO);
            case ToStore _ -> true;
        };
    }

    /// The version, absent where the mark is about more than an event, or the store numbers none.
    OptionalLong version();

    /// One event: where it stands, what the store says about it in clear, and its hashes.
    ///
    /// @param event over all of it, as a seal takes it
    /// @param data over its body
    /// @param metadata over its metadata
    record ToEvent(
            StoreName store,
            String streamName,
            OptionalLong version,
            Optional<Position> position,
            Optional<String> eventId,
            String type,
            Optional<Instant> recordedAt,
            Hash event,
            Hash data,
            Hash metadata)
            implements Binding {
        @Override
        public Optional<String> stream() {
            return Optional.of(streamName);
        }
    }

    /// A stream as it was: its first `events` events. It may grow.
    ///
    /// @param version of the last of them
    /// @param head the running hash over them, as a seal takes it
    record ToStream(StoreName store, String streamName, OptionalLong version, long events, Hash head)
            implements Binding {
        @Override
        public Optional<String> stream() {
            return Optional.of(streamName);
        }
    }

    /// The store, whatever it holds.
    record ToStore(StoreName store) implements Binding {
        @Override
        public Optional<String> stream() {
            return Optional.empty();
        }

        @Override
        public OptionalLong version() {
            return OptionalLong.empty();
        }
    }
}
