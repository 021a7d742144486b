package io.hindcast.bench.data;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.spool.EventSpool;
import io.hindcast.engine.spool.SpoolPlace;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.io.IOException;

/// Reads sources the way the program does, touching every column of every row.
public final class Reading {
    private Reading() {}

    /// @return a sum over all columns
    public static long all(EventSource source, ReadRequest.Detail detail) {
        long sum = 0;
        try (var cursor = source.read(ReadRequest.store(detail))) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                sum += columns(page.get());
            }
        }
        return sum;
    }

    /// Reads the headers into an index, as opening a store does.
    public static HeaderIndex index(EventSource source) {
        var index = new HeaderIndex();
        try (var cursor = source.read(ReadRequest.store(ReadRequest.Detail.OUTLINE))) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                index.append(page.get());
            }
        }
        return index;
    }

    /// Reads the headers into an index and copies the bodies, as the window does with a store on a server.
    ///
    /// @return how many events can be read from the copy
    public static long copied(EventSource source) throws IOException {
        var index = index(source);
        try (var copy = EventSpool.create(index, SpoolPlace.FILE)) {
            copy.fill(source, Progress.SILENT, Cancellation.never());
            return copy.size();
        }
    }

    private static long columns(EventPage page) {
        long sum = 0;
        for (int row = 0; row < page.size(); row++) {
            sum += page.version(row) + page.recordedSecond(row) + page.streamOrdinal(row) + page.typeOrdinal(row);
            sum += page.id(row).isPresent() ? 1 : 0;
            sum += page.data(row).length() + page.metadata(row).length();
        }
        return sum;
    }
}
