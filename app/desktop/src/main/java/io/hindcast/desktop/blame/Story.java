package io.hindcast.desktop.blame;

import io.hindcast.engine.replay.Curve;
import io.hindcast.engine.replay.FieldChange;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import java.util.List;
import java.util.Optional;

/// What became of a field of a stream.
///
/// @param changes the newest first
/// @param isWhole whether these are all of them
/// @param curve absent where the field never was a number
record Story(
        StreamHistory history, FieldPath field, List<FieldChange> changes, boolean isWhole, Optional<Curve> curve) {}
