package io.hindcast.connector.jdbc.tail;

import io.hindcast.connector.Tail.Certainty;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// The first part of a position is the number of the writing transaction: everything is there below the oldest one that
/// still runs, and whoever begins later gets a higher number.
public final class TransactionIds implements HorizonRule {
    private final LongSupplier oldest;

    /// @param oldest asks the database for the oldest transaction that still runs
    public TransactionIds(LongSupplier oldest) {
        this.oldest = oldest;
    }

    @Override
    public Certainty certainty() {
        return Certainty.PROVEN;
    }

    @Override
    public String how() {
        return "events are complete below the oldest transaction that still runs";
    }

    @Override
    public HorizonFinder begin(OptionalLong settled) {
        return new Finder();
    }

    private final class Finder implements HorizonFinder {
        private long highest = Long.MIN_VALUE;

        @Override
        public Bound look() {
            highest = Math.max(highest, oldest.getAsLong());
            return new Bound.Below(highest);
        }
    }
}
