package io.hindcast.connector.jdbc.tail;

import io.hindcast.connector.Tail.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Numbers are drawn before the commit and nothing tells who holds one: a number that has been missing for some time is
/// taken for one that was rolled back. That is what the systems themselves do, and no proof.
public final class WaitedGaps implements HorizonRule {
    /// Longer than a writing transaction of an event store should last.
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Positions looked at in one go; at the beginning, so many of the newest may still have company to come.
    private static final int RUN = 10_000;
    private static final int NEWEST = 1_000;

    private final Numbers numbers;
    private final InstantSource clock;

    public WaitedGaps(Numbers numbers, InstantSource clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public Certainty certainty() {
        return Certainty.WAITED;
    }

    @Override
    public String how() {
        return "a number that is missing for %d seconds is taken for rolled back, which nothing here proves"
                .formatted(PATIENCE.toSeconds());
    }

    @Override
    public HorizonFinder begin(OptionalLong settled) {
        return new Finder(settled);
    }

    /// What is missing before a position.
    ///
    /// @param since when that was seen first
    private record Gap(long before, Instant since) {}

    private final class Finder implements HorizonFinder {
        private OptionalLong settled;
        /// By the positions that the gaps lie behind.
        private TreeMap<Long, Gap> gaps = new TreeMap<>();

        Finder(OptionalLong settled) {
            this.settled = settled;
        }

        @Override
        public Bound look() {
            if (settled.isEmpty()) {
                settled = beginning();
            }
            if (settled.isEmpty()) {
                return new Bound.Unknown();
            }
            settled = OptionalLong.of(reachedFrom(settled.getAsLong(), clock.instant()));
            return new Bound.UpTo(settled.getAsLong());
        }

        /// The number before the first gap among the newest: what is missing further down has been so for long.
        private OptionalLong beginning() {
            long[] newest = numbers.newest(NEWEST);
            for (int i = 1; i < newest.length; i++) {
                if (newest[i] != newest[i - 1] + 1) {
                    return OptionalLong.of(newest[i - 1]);
                }
            }
            return newest.length == 0 ? OptionalLong.empty() : OptionalLong.of(newest[newest.length - 1]);
        }

        private long reachedFrom(long from, Instant now) {
            var open = new TreeMap<Long, Gap>();
            long reached = from;
            long complete = from;
            for (long position : numbers.behind(from, RUN)) {
                if (position != reached + 1) {
                    var since = since(reached, position).orElse(now);
                    if (now.isBefore(since.plus(PATIENCE))) {
                        open.put(reached, new Gap(position, since));
                    }
                }
                reached = position;
                complete = open.isEmpty() ? position : complete;
            }
            gaps = open;
            return complete;
        }

        /// A gap may be what is left of a larger one.
        private Optional<Instant> since(long after, long before) {
            return Optional.ofNullable(gaps.floorEntry(after))
                    .map(Map.Entry::getValue)
                    .filter(gap -> gap.before() >= before)
                    .map(Gap::since);
        }
    }
}
