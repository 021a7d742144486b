package io.hindcast.engine.changelog;

/// All words as they are behind so many events: those of a keyframe, and what was added to them. Immutable.
///
/// @param events how many events went into it
/// @param far what leads from the keyframe to the state that was sought
/// @param steps what leads from there here
record Frame(Pages pages, int keyframe, int events, Deltas far, Steps steps) {
    long word(int place) {
        return pages.word(keyframe, place) + far.at(place) + steps.at(place);
    }
}
