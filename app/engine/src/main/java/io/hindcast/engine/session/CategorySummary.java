package io.hindcast.engine.session;

import java.time.Instant;
import java.util.Optional;

/// One category in a list, with counts over the whole population.
public record CategorySummary(
        String name, long streams, long events, long snapshots, Optional<Instant> firstAt, Optional<Instant> lastAt) {}
