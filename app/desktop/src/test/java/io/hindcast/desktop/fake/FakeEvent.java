package io.hindcast.desktop.fake;

import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;

/// An event with its decoded parts and the state after it.
record FakeEvent(Event header, StateValue data, StateValue metadata, StateValue after) {}
