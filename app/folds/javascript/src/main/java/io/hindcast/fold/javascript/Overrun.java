package io.hindcast.fold.javascript;

/// A script took more time or memory than one event may. An error, so that no `catch` of the script holds it.
@SuppressWarnings("serial")
final class Overrun extends Error {
    private static final long serialVersionUID = 1L;

    private final boolean maySayMore;

    private Overrun(String reason, boolean maySayMore) {
        super(reason, null, false, false);
        this.maySayMore = maySayMore;
    }

    static Overrun of(String reason) {
        return new Overrun(reason, false);
    }

    /// The work is long, and this thread cannot tell how much it allocates.
    static Overrun unmeasured() {
        return new Overrun("goes on for long", true);
    }

    boolean isUnmeasured() {
        return maySayMore;
    }
}
