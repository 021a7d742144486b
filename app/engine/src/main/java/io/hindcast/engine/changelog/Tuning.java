package io.hindcast.engine.changelog;

/// How a log is laid out.
///
/// @param events a keyframe behind so many events
/// @param bytes and behind so many bytes of log, if they come first; below 64 KiB, so that places within a block are short
/// @param least and behind so many events already where they touched few pages, so that a keyframe costs little: what is
///     small is sought quickly
/// @param dense up to so many places a state is reached by adding up in one array, above in a table of what changed
/// @param near a state so many events away is told by what lies between
/// @param few states of so few places are built at once: it costs little, and whoever keeps them does not keep the log
record Tuning(int events, int bytes, int least, int dense, int near, int few) {
    /// Decoding half of the longest block takes some tens of microseconds, which is what a random seek costs then.
    static final Tuning STANDARD = new Tuning(4_096, 57_344, 256, 1 << 15, 256, 96);

    Tuning {
        if (events < 1 || least < 1 || bytes < 1 || bytes >= 1 << 16) {
            throw new IllegalArgumentException("blocks of %d events, %d bytes".formatted(events, bytes));
        }
    }
}
