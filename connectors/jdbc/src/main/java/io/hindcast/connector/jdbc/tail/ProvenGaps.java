package io.hindcast.connector.jdbc.tail;

import io.hindcast.connector.Tail.Certainty;
import io.hindcast.connector.jdbc.dialect.NumberSource.Holders;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Numbers are drawn from a sequence inside of the writing transaction, and the database shows which transactions have
/// drawn some and not ended. All numbers up to one that is seen were drawn before it was seen; when the transactions that
/// held numbers *after* that have ended, everything up to it is there, and what is missing was rolled back.
public final class ProvenGaps implements HorizonRule {
    /// Positions looked at in one go for an unbroken row; the next look goes on behind.
    private static final int RUN = 10_000;

    private final Numbers numbers;
    private final Supplier<Holders> holders;
    private final String how;

    /// @param holders asks the database who holds numbers just now
    /// @param how what that rests on, for a person
    public ProvenGaps(Numbers numbers, Supplier<Holders> holders, String how) {
        this.numbers = numbers;
        this.holders = holders;
        this.how = how;
    }

    @Override
    public Certainty certainty() {
        return Certainty.PROVEN;
    }

    @Override
    public String how() {
        return "a missing number is waited for until every transaction that may have drawn it has ended, " + how;
    }

    @Override
    public HorizonFinder begin(OptionalLong settled) {
        return new Finder(settled);
    }

    /// @param transactions those that have to end before everything up to the position is there
    private record Level(long upTo, Set<String> transactions) {}

    private final class Finder implements HorizonFinder {
        private OptionalLong settled;
        private @Nullable Level level;

        Finder(OptionalLong settled) {
            this.settled = settled;
        }

        @Override
        public Bound look() {
            if (level != null && holders.get().haveLeft(level.transactions())) {
                settle(level.upTo());
                level = null;
            }
            if (settled.isPresent()) {
                goOn(settled.getAsLong());
            }
            if (level == null) {
                numbers.last().ifPresent(this::raise);
            }
            return settled.isPresent() ? new Bound.UpTo(settled.getAsLong()) : new Bound.Unknown();
        }

        /// Between two neighbouring numbers there is none that could be missing.
        private void goOn(long from) {
            long reached = from;
            for (long position : numbers.behind(from, RUN)) {
                if (position != reached + 1) {
                    break;
                }
                reached = position;
            }
            settle(reached);
        }

        /// The order matters: first the number is seen, then who may hold a lower one.
        private void raise(long last) {
            if (settled.isPresent() && settled.getAsLong() >= last) {
                return;
            }
            var there = holders.get();
            if (there.transactions().isEmpty()) {
                settle(last);
            } else {
                level = new Level(last, there.transactions());
            }
        }

        private void settle(long position) {
            settled = OptionalLong.of(settled.isPresent() ? Math.max(settled.getAsLong(), position) : position);
        }
    }
}
