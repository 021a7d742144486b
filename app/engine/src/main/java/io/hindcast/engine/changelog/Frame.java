package io.hindcast.engine.changelog;

/// All words as they are behind so many events: those of a keyframe, and what was added to them. Immutable.
///
/// @param events how many events went into it
/// @param anchor behind how many events `far` leads
/// @param far what leads from the keyframe to the anchor
/// @param near what leads from the anchor here
record Frame(Pages pages, int keyframe, int events, int anchor, Deltas far, Deltas near) {
    long word(int place) {
        return pages.word(keyframe, place) + far.at(place) + near.at(place);
    }
}
