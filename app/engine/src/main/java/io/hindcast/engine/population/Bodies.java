package io.hindcast.engine.population;

import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Absent;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.IdentityHashMap;
import java.util.Map;

/// Makes events for a fold, with a reader of bodies for each thread. Safe for many threads.
public final class Bodies {
    private final OpenStore store;
    private final PayloadDecoder decoder;
    private final boolean metadata;
    /// One for each store of a workspace; there is one nearly always.
    private final ThreadLocal<Map<SourceInfo, EventReader>> readers = ThreadLocal.withInitial(IdentityHashMap::new);

    public Bodies(OpenStore store, Fold fold) {
        this.store = store;
        this.decoder = store.decoder();
        this.metadata = fold.readsMetadata();
    }

    /// The event of a row; to be used up before this thread reads another one.
    public FoldEvent read(EventPage page, int row) {
        SourceInfo info = store.infoOf(page.stream(row));
        return readers.get()
                .computeIfAbsent(info, it -> new EventReader(decoder, it.data(), it.metadata()))
                .event(page, row);
    }

    /// An event that was kept.
    FoldEvent read(Event event) {
        SourceInfo info = store.infoOf(event.stream());
        return new FoldEvent(
                event,
                decoder.decode(event.data(), info.data()),
                metadata ? decoder.decode(event.metadata(), info.metadata()) : Absent.ABSENT);
    }
}
