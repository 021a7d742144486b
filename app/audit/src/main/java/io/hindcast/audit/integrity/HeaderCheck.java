package io.hindcast.audit.integrity;

import io.hindcast.engine.work.Cancellation;

/// Looks at the headers of all events, which the index has.
@FunctionalInterface
interface HeaderCheck {
    int CANCELLED_EVERY = 1 << 16;

    /// Puts its findings into the examination, and says there whether it came through or does not apply.
    void run(Examination examination, Cancellation cancellation);

    /// Whether to stop; looked at once in a while.
    static boolean stops(int event, Cancellation cancellation) {
        return event % CANCELLED_EVERY == 0 && cancellation.isCancelled();
    }
}
