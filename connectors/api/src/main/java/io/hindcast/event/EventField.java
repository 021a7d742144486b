package io.hindcast.event;

/// A value that means the same in every store, wherever the store keeps it.
public enum EventField {
    ACTOR,
    CORRELATION_ID,
    CAUSATION_ID,
    /// When the event holds in the world: an ISO-8601 date, date-time or instant.
    EFFECTIVE_AT,
    TENANT
}
