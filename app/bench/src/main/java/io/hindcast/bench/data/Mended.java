package io.hindcast.bench.data;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.event.ByteSlice;
import io.hindcast.sample.HistorySink;
import io.hindcast.sample.HistorySize;
import io.hindcast.sample.LedgerHistory;
import io.hindcast.sample.SampleEvent;
import io.hindcast.sample.SampleSnapshot;
import java.util.function.Consumer;

/// The sample history with its one unreadable body replaced, because a column of type jsonb would not take it.
public final class Mended implements HistorySink {
    private static final ByteSlice INSTEAD = ByteSlice.ofText("{\"cut\":true}");

    private final JsonTape tape = new JsonTape();
    private final Consumer<SampleEvent> events;

    private Mended(Consumer<SampleEvent> events) {
        this.events = events;
    }

    public static void generate(HistorySize size, Consumer<SampleEvent> events) {
        LedgerHistory.generate(size, new Mended(events));
    }

    @Override
    public void event(SampleEvent event) {
        events.accept(
                tape.parse(event.data())
                        ? event
                        : new SampleEvent(
                                event.position(),
                                event.stream(),
                                event.category(),
                                event.version(),
                                event.id(),
                                event.type(),
                                event.recordedAt(),
                                INSTEAD,
                                event.metadata()));
    }

    @Override
    public void snapshot(SampleSnapshot snapshot) {
        // only events are measured
    }
}
