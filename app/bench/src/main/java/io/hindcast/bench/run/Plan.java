package io.hindcast.bench.run;

import io.hindcast.sample.HistorySize;
import java.nio.file.Path;

/// What was asked for.
///
/// @param rounds how many counted rounds each contender runs
/// @param history how many events the long stream has
/// @param only the part to run, `all` for every one
/// @param root the folder of the repository
/// @param scratch an empty folder for the stores of this run
public record Plan(HistorySize size, int rounds, int history, String only, Path root, Path scratch) {
    /// Rounds before counting.
    public static final int WARMUPS = 2;

    public boolean includes(String part) {
        return only.equals("all") || only.equals(part);
    }
}
