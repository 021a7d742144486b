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

/// Makes events for a fold, with a reader of bodies for each thread. Safe for many threads.
public final class Bodies {
    private final SourceInfo info;
    private final PayloadDecoder decoder;
    private final boolean metadata;
    private final ThreadLocal<EventReader> readers;

    public Bodies(OpenStore store, Fold fold) {
        this.info = store.info();
        this.decoder = store.decoder();
        this.metadata = fold.readsMetadata();
        this.readers = ThreadLocal.withInitial(() -> new EventReader(decoder, info.data(), info.metadata()));
    }

    /// The event of a row; to be used up before this thread reads another one.
    public FoldEvent read(EventPage page, int row) {
        return readers.get().event(page, row);
    }

    /// An event that was kept.
    FoldEvent read(Event event) {
        return new FoldEvent(
                event,
                decoder.decode(event.data(), info.data()),
                metadata ? decoder.decode(event.metadata(), info.metadata()) : Absent.ABSENT);
    }
}
