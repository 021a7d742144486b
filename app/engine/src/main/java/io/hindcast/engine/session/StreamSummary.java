package io.hindcast.engine.session;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One stream in a list.
///
/// @param deleted whether the store marks it deleted or archived
public record StreamSummary(
        String stream,
        String category,
        OptionalLong firstVersion,
        OptionalLong lastVersion,
        int events,
        Optional<Instant> firstAt,
        Optional<Instant> lastAt,
        boolean deleted) {}
