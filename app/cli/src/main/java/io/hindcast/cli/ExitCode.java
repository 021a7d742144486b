package io.hindcast.cli;

/// What the program's exit code says; scripts depend on it.
public final class ExitCode {
    /// Done, nothing found wrong.
    public static final int DONE = 0;
    /// Done, and something was found: a drift, a finding, a difference.
    public static final int FOUND = 1;
    /// The command line was wrong.
    public static final int USAGE = 2;
    /// The store could not be opened, or refused.
    public static final int REFUSED = 3;
    /// Stopped early: the result is partial.
    public static final int PARTIAL = 4;

    private ExitCode() {}
}
