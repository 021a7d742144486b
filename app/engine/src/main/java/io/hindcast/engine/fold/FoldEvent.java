package io.hindcast.engine.fold;

import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;

/// An event as a fold sees it: header and decoded body.
public record FoldEvent(Event header, StateValue data, StateValue metadata) {
    public String type() {
        return header.type();
    }
}
