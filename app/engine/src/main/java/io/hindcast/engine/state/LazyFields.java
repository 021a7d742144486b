package io.hindcast.engine.state;

import java.util.function.BiConsumer;

/// Where [Fields] come from that are read only when they are looked at. Never changes; safe for many threads.
public interface LazyFields {
    int size();

    /// The value of a name, else [Absent].
    StateValue value(String name);

    /// All names with their values, in order; as many as [#size()].
    void forEach(BiConsumer<String, StateValue> each);
}
