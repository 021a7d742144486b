package io.hindcast.bench.data;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import java.time.Instant;

/// A digest of a whole history, whatever the order of its events. Times count to the millisecond, which every store
/// keeps.
public final class Checksum {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private long headers;
    private long bodies;
    private long metadata;
    private long events;
    private long bodyBytes;

    /// What two readers of one store must agree on.
    public record Headers(long events, long digest) {}

    /// Adds one event.
    public void add(String stream, long version, String type, Instant time, ByteSlice data, ByteSlice meta) {
        long key = stream.hashCode() * PRIME + version;
        headers += (key * PRIME + type.hashCode()) * PRIME + time.toEpochMilli();
        bodies += (data.hashCode() * PRIME + key) * PRIME;
        metadata += (meta.hashCode() * PRIME + key) * PRIME;
        bodyBytes += data.length();
        events++;
    }

    /// Reads a source to its end.
    public static Checksum of(EventSource source, ReadRequest.Detail detail) {
        var sum = new Checksum();
        try (var cursor = source.read(ReadRequest.store(detail))) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                sum.add(page.get());
            }
        }
        return sum;
    }

    private void add(EventPage page) {
        for (int row = 0; row < page.size(); row++) {
            add(
                    page.stream(row),
                    page.version(row),
                    page.type(row),
                    page.recordedAt(row).orElseThrow(),
                    page.data(row),
                    page.metadata(row));
        }
    }

    public Headers headers() {
        return new Headers(events, headers);
    }

    public long bodies() {
        return bodies;
    }

    public long metadata() {
        return metadata;
    }

    public long bodyBytes() {
        return bodyBytes;
    }

    public long events() {
        return events;
    }
}
