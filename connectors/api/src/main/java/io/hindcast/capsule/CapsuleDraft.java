package io.hindcast.capsule;

import io.hindcast.connector.SourceInfo;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;

/// A capsule that is being written; for one thread. Closing without [#finish()] leaves nothing behind.
///
/// Every call throws [io.hindcast.connector.ConnectorException] when the file cannot be written further.
public interface CapsuleDraft extends AutoCloseable {
    /// A fact about the capsule, for people: when, from where, which part. Never a secret.
    void fact(String name, String value);

    /// A stream, before its events.
    ///
    /// @param info how its bodies are read
    /// @param deleted whether the store marks it as deleted or archived
    void stream(String name, String category, SourceInfo info, boolean deleted);

    /// One event of a stream that was named, in the order in which events shall be read.
    void event(EventPage page, int row);

    void snapshot(StoredSnapshot snapshot);

    /// A file that goes along: rules, marks, a manifest.
    void attach(String name, byte[] content);

    /// Completes the file and gives it its name.
    ///
    /// @return SHA-256 of its content, 64 hexadecimal digits
    String finish();

    @Override
    void close();
}
