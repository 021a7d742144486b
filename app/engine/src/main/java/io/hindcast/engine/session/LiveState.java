package io.hindcast.engine.session;

import io.hindcast.connector.Reach;
import io.hindcast.event.Position;
import java.util.Optional;

/// How far a store that is followed has come.
///
/// @param taken events that were added since following began
/// @param last position of the newest event that was added, absent while there is none
/// @param horizon up to here, and with it, nothing new can appear; absent where the store names no single position
/// @param waiting events below the horizon that were not taken, because following is paused; counted up to [Reach#MOST]
/// @param above events above the horizon: they are there, and others with lower positions may still appear; counted up to
///     [Reach#MOST]
/// @param isKnown whether the horizon is known at all
/// @param trouble why the store cannot be looked at just now, absent when all is well
public record LiveState(
        long taken,
        Optional<Position> last,
        Optional<Position> horizon,
        long waiting,
        long above,
        boolean isKnown,
        Optional<String> trouble) {
    /// Before the first look.
    public static final LiveState BEGIN =
            new LiveState(0, Optional.empty(), Optional.empty(), 0, 0, false, Optional.empty());

    LiveState looked(Reach reach, long waiting) {
        return new LiveState(
                taken, last, reach.horizon(), waiting, reach.above(), reach.isKnown(), Optional.empty());
    }

    LiveState took(long events, Optional<Position> newest) {
        return new LiveState(taken + events, newest.or(() -> last), horizon, 0, above, isKnown, trouble);
    }

    LiveState failed(String sentence) {
        return new LiveState(taken, last, horizon, waiting, above, isKnown, Optional.of(sentence));
    }
}
