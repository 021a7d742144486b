package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldFailure;
import java.util.concurrent.atomic.AtomicReference;

/// Does the work of one event again in a platform thread. A virtual thread cannot tell how much it allocates; work that
/// goes on for long has to be watched, and what a script does before anything is written can be done again.
final class Measured {
    private Measured() {}

    interface Work {
        void in(Realm realm) throws FoldFailure;
    }

    static void run(Realm realm, Work work) throws FoldFailure {
        var failure = new AtomicReference<FoldFailure>();
        Thread thread = Thread.ofPlatform().name("javascript fold").daemon().start(() -> {
            try {
                work.in(realm);
            } catch (FoldFailure failed) {
                failure.set(failed);
            }
        });
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        FoldFailure failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
