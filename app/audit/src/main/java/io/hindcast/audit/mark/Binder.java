package io.hindcast.audit.mark;

import io.hindcast.audit.journal.PlainLocation;
import io.hindcast.audit.mark.Binding.ToEvent;
import io.hindcast.audit.mark.Binding.ToStore;
import io.hindcast.audit.mark.Binding.ToStream;
import io.hindcast.audit.seal.EventDigest;
import io.hindcast.audit.seal.Hash;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.Optional;
import java.util.OptionalLong;

/// Binds marks to what a store holds now. All calls read the store and block.
public final class Binder {
    private final EventSource source;
    private final String location;

    public Binder(OpenStore store) {
        this.source = store.source();
        this.location = PlainLocation.of(new Location(store.location()));
    }

    /// To an event; nothing when there is none.
    ///
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public Optional<Binding> event(EventAddress address) {
        ReadRequest request = ReadRequest.stream(address.stream());
        if (address.version().isPresent()) {
            long version = address.version().getAsLong();
            request = request.withVersions(new ReadRequest.VersionRange(version - 1, version));
        }
        try (var cursor = source.read(request)) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                for (int row = 0; row < page.get().size(); row++) {
                    if (address.means(page.get(), row)) {
                        return Optional.of(bound(page.get(), row));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Binding bound(EventPage page, int row) {
        EventDigest digest = EventDigest.of(page, row);
        return new ToEvent(
                name(page.stream(row)),
                page.stream(row),
                version(page, row),
                page.position(row),
                page.id(row),
                page.type(row),
                page.recordedAt(row),
                digest.event(),
                digest.data(),
                digest.metadata());
    }

    /// To a stream as it is now; nothing when it has no events, or somebody cancelled.
    ///
    /// @param progress counts events
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public Optional<Binding> stream(String stream, Progress progress, Cancellation cancellation) {
        Hash head = Hash.ZERO;
        long events = 0;
        OptionalLong last = OptionalLong.empty();
        try (var cursor = source.read(ReadRequest.stream(stream))) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                if (cancellation.isCancelled()) {
                    return Optional.empty();
                }
                for (int row = 0; row < page.get().size(); row++) {
                    head = EventDigest.of(page.get(), row).after(head);
                    last = version(page.get(), row);
                }
                events += page.get().size();
                progress.advanced(events, -1);
            }
        }
        return events == 0 ? Optional.empty() : Optional.of(new ToStream(name(stream), stream, last, events, head));
    }

    /// To the store as a whole.
    public Binding store() {
        return new ToStore(name(source.info()));
    }

    private StoreName name(String stream) {
        return name(source.infoOf(stream));
    }

    private StoreName name(SourceInfo info) {
        return new StoreName(info.system(), info.layout(), location);
    }

    private static OptionalLong version(EventPage page, int row) {
        return page.version(row) == EventPage.NO_VERSION ? OptionalLong.empty() : OptionalLong.of(page.version(row));
    }
}
