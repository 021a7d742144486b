package io.hindcast.desktop.focus;

import io.hindcast.engine.replay.StreamHistory;
import java.util.Optional;
import java.util.OptionalInt;

/// Where the person looks: one value, so that no two panes can disagree.
///
/// @param subject the stream, absent while none is chosen
/// @param index the event in it, 0-based; [StreamHistory#BEFORE_FIRST] is before the first
/// @param baseline the event to compare with, in the same stream
public record Look(Optional<Subject> subject, int index, OptionalInt baseline) {
    static final Look NOWHERE = new Look(Optional.empty(), StreamHistory.BEFORE_FIRST, OptionalInt.empty());

    static Look at(Subject subject, int index) {
        return new Look(Optional.of(subject), clamp(subject, index), OptionalInt.empty());
    }

    Look step(int to) {
        return subject.map(it -> new Look(subject, clamp(it, to), baseline)).orElse(this);
    }

    Look from(OptionalInt base) {
        return new Look(subject, index, base);
    }

    public Optional<StreamHistory> history() {
        return subject.map(Subject::history);
    }

    /// How many events the stream has; 0 while none is chosen.
    public int size() {
        return subject.map(Subject::size).orElse(0);
    }

    public boolean isOnEvent() {
        return index >= 0 && index < size();
    }

    private static int clamp(Subject subject, int index) {
        return Math.clamp(index, StreamHistory.BEFORE_FIRST, subject.size() - 1);
    }
}
