package io.hindcast.connector;

import io.hindcast.event.Position;
import java.util.Optional;

/// How far a follower can see.
///
/// @param horizon below and at this position nothing new can appear; absent while that is not known, and where the store
///     names no single position
/// @param ready events below the horizon that were not handed out yet; counted up to [#MOST]
/// @param above events that are there and lie above the horizon: others with lower positions may still appear; counted up
///     to [#MOST]. Rows that are no events may be among them
/// @param isKnown whether the horizon is known at all yet; if not, nothing is handed out
public record Reach(Optional<Position> horizon, long ready, long above, boolean isKnown) {
    /// Beyond this nobody counts.
    public static final long MOST = 10_000;
}
