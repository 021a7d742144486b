package io.hindcast.audit.verify;

import io.hindcast.event.StoredSnapshot;

/// A stored snapshot and what came out of testing it.
public record VerifiedSnapshot(StoredSnapshot snapshot, Outcome outcome) {}
