package io.hindcast.audit.verify;

import java.util.Optional;
import java.util.OptionalLong;

/// What is known about a drift beside the fields.
///
/// @param lastAgreeing the version of the last snapshot of the stream before it that matches; absent when none does
/// @param between how many events lie behind that one, or from the beginning, up to the drifting one, itself included
/// @param partsAt the first event after which snapshot and replay part, as far as the events tell; absent when no event
///     between the two snapshots touches what differs
/// @param hint what happened, most likely
public record Explanation(OptionalLong lastAgreeing, int between, Optional<EventName> partsAt, Hint hint) {}
