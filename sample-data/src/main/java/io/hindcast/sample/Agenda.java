package io.hindcast.sample;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to happen later: steps by the time they are due, equal times in the order they were entered.
final class Agenda {
    private record Step(Instant due, long order, Runnable work) {}

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::due).thenComparingLong(Step::order));
    private long entered;

    void enter(Instant due, Runnable work) {
        steps.add(new Step(due, entered++, work));
    }

    /// Runs what is due, what is entered on the way included, while the ledger has room for it.
    void runUntil(Instant time, Ledger ledger) {
        for (var next = steps.peek();
                next != null && !next.due().isAfter(time) && ledger.hasRoom();
                next = steps.peek()) {
            steps.remove();
            ledger.advanceTo(next.due());
            next.work().run();
        }
    }
}
