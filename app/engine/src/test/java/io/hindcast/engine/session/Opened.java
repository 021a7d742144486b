package io.hindcast.engine.session;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.engine.payload.StandardPayloads;
import java.util.List;

/// Opens a source that a test made.
public final class Opened {
    private Opened() {}

    public static OpenStore over(EventSource source) {
        return new IndexedStore(
                "memory",
                source,
                new StandardPayloads(),
                new FoldFinder(List.of()).find(new Location("memory:x"), source));
    }
}
