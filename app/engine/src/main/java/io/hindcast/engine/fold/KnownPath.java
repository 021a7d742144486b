package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;

/// A path of the state that a fold writes or reads for one event after the other. An editor may look it up once and keep
/// what it found under the number: that saves the way down through the state.
///
/// Told apart by itself, not by its content: a fold makes each of its paths once, when it is compiled.
public final class KnownPath {
    private final FieldPath path;
    private final int number;

    /// @param number 0-based and counted through the paths of one fold; small numbers, because editors keep arrays
    public KnownPath(FieldPath path, int number) {
        this.path = path;
        this.number = number;
    }

    public FieldPath path() {
        return path;
    }

    public int number() {
        return number;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
