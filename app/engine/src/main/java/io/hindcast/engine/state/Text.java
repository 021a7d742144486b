package io.hindcast.engine.state;

/// A string.
public record Text(String value) implements StateValue {}
