package io.hindcast.sample;

/// How long a history is made, and which one of that length.
///
/// @param events exactly so many events, from [#LEAST] to [#MOST]
/// @param seed the same seed gives the same history on every machine
public record HistorySize(long events, long seed) {
    public static final long LEAST = 1_000;
    public static final long MOST = 10_000_000;

    /// What `sample:ledger` opens: large enough to be believed, made in a few seconds.
    public static final HistorySize USUAL = new HistorySize(25_000, 42);

    public HistorySize {
        if (events < LEAST || events > MOST) {
            throw new IllegalArgumentException(
                    "A sample history has from %d to %d events, not %d.".formatted(LEAST, MOST, events));
        }
    }

    /// The share of the whole after so many events, in parts of a million.
    int progress(long done) {
        return (int) (done * 1_000_000 / events);
    }
}
