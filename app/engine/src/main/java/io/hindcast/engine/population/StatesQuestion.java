package io.hindcast.engine.population;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Which states are wanted.
///
/// @param moment up to which events were recorded
/// @param effective only what holds in the world on or before this day, folded in the order of those days
/// @param zone where days begin and end
public record StatesQuestion(
        String category, Fold fold, Moment moment, Optional<LocalDate> effective, ZoneId zone) {}
