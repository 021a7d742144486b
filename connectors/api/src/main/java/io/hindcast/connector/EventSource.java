package io.hindcast.connector;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One open store. Safe for many threads; readers should keep to a few cursors at a time. Nothing here writes.
public interface EventSource extends AutoCloseable {
    /// What was recognised, and what was done to prove that nothing can be written.
    SourceInfo info();

    /// What was seen and is not given as events, with its rows counted: [SourceInfo#notRead()], and what takes counting.
    /// Counting may read as much as a scan of the whole store, so ask when somebody wants to know and never on the
    /// screen's thread.
    ///
    /// @throws ConnectorException when the store refuses
    default List<SourceInfo.NotRead> notRead() {
        return info().notRead();
    }

    /// What holds for one stream: how its bodies are read, where its common fields lie. The same for all streams, unless
    /// the source is made of several stores.
    default SourceInfo infoOf(String stream) {
        return info();
    }

    /// Starts reading. No transaction stays open between two pages unless the store is a local file.
    ///
    /// @throws ConnectorException when the store refuses
    EventCursor read(ReadRequest request);

    /// The stored snapshots, absent where the system has none.
    Optional<SnapshotReader> snapshots();

    /// Bodies apart from headers, for whoever read the headers before; absent where that would save nothing.
    default Optional<BodyReader> bodies() {
        return Optional.empty();
    }

    /// Following the store while others write to it; absent where it cannot be done, see [#whyNotFollowed()].
    default Optional<Tail> tail() {
        return Optional.empty();
    }

    /// Why there is no [#tail()]: a clause for a person, without a full stop; "" where there is one.
    default String whyNotFollowed() {
        return "its connector does not follow a store";
    }

    /// Reading for text without bodies that cannot hold it; absent where the store cannot tell exactly.
    default Optional<TextSieve> sieve() {
        return Optional.empty();
    }

    /// Whether every question goes to a system that others use too, perhaps over a network, so that a copy of all bodies
    /// for the time that the store is open is better than one question for each stream.
    default boolean isFar() {
        return false;
    }

    /// Names of the streams that the store marks as deleted or archived. Their events are read like all others.
    default Set<String> deletedStreams() {
        return Set.of();
    }

    /// Fold rules that come with the store, in the rules language; absent for nearly every store.
    default Optional<String> foldRules() {
        return Optional.empty();
    }

    /// A file that came with the store, by its name; absent for nearly every store, a capsule has some.
    ///
    /// @throws ConnectorException when the store fails
    default Optional<byte[]> attachment(String name) {
        return Optional.empty();
    }

    /// Lets go of the store. Cursors still open fail with kind CLOSED. Closing twice is allowed.
    @Override
    void close();
}
