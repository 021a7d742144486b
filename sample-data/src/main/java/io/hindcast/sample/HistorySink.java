package io.hindcast.sample;

/// Takes a history as it is made: events in the order of their positions, each snapshot right behind its last event.
public interface HistorySink {
    void event(SampleEvent event);

    void snapshot(SampleSnapshot snapshot);
}
