package io.hindcast.bench.run;

import io.hindcast.sample.HistorySize;
import java.nio.file.Path;

/// What was asked for.
///
/// @param rounds how many counted rounds each contender runs
/// @param history how many events the long stream has
/// @param snapped how many events the store with many small snapshots has
/// @param large how many events the stores have that the goals speak of; 0 leaves them out
/// @param longest how many events the longest timeline has
/// @param only the part to run, `all` for every one
/// @param root the folder of the repository
/// @param scratch an empty folder for the stores of this run
public record Plan(
        HistorySize size,
        int rounds,
        int history,
        int snapped,
        long large,
        long longest,
        String only,
        Path root,
        Path scratch) {
    /// Rounds before counting.
    public static final int WARMUPS = 2;

    private static final int LARGE_ROUNDS = 3;
    private static final int MANY = 2_000_000;

    /// The same for stores as large as the goals want them: fewer rounds, for each takes its time.
    Plan ofLargeStores() {
        return new Plan(
                new HistorySize(large, size.seed()),
                Math.min(rounds, LARGE_ROUNDS),
                history,
                snapped,
                large,
                longest,
                only,
                root,
                scratch.resolve("large"));
    }

    /// The same with fewer rounds where each takes its time.
    Plan ofManySnapshots() {
        int fewer = snapped > MANY ? Math.min(rounds, LARGE_ROUNDS) : rounds;
        return new Plan(size, fewer, history, snapped, large, longest, only, root, scratch);
    }

    public boolean includes(String part) {
        return only.equals("all") || only.equals(part);
    }
}
