package io.hindcast.audit.horizon;

import java.time.Instant;

/// Times of the index, which are rounded down to microseconds.
final class Micros {
    private Micros() {}

    /// The last nanosecond of a microsecond since 1970.
    static Instant endOf(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L + 999);
    }
}
