package io.hindcast.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// Events over time: how many fell into each stretch of the time shown, lane by lane, and some of them numbered. Events
/// outside of the period that a report is about are kept apart.
///
/// @param from beginning of the first stretch
/// @param to end of the last
/// @param lanes each with [#STRETCHES] counts
/// @param limits where the period of the report begins and ends, as far as that lies between `from` and `to`
public record TimelinePicture(Instant from, Instant to, List<Lane> lanes, List<Numbered> numbered, List<Instant> limits) {
    /// How many stretches a lane has.
    public static final int STRETCHES = 200;

    /// The name of the lane that holds the types which have none of their own.
    public static final String OTHERS = "\u2026";

    public TimelinePicture {
        lanes = List.copyOf(lanes);
        numbered = List.copyOf(numbered);
        limits = List.copyOf(limits);
    }

    /// @param counts events of the period, by stretch
    /// @param outside other events, by stretch
    public record Lane(String name, List<Integer> counts, List<Integer> outside) {
        public Lane {
            counts = List.copyOf(counts);
            outside = List.copyOf(outside);
        }

        /// The most events in one stretch, of the period or not.
        public int highest() {
            return IntStream.range(0, counts.size()).map(i -> counts.get(i) + outside.get(i)).max().orElse(0);
        }

        /// Those of the period.
        public long events() {
            return sum(counts);
        }

        private static long sum(List<Integer> counts) {
            return counts.stream().mapToLong(Integer::longValue).sum();
        }
    }

    /// Events of the period, in all lanes.
    public long within() {
        return lanes.stream().mapToLong(Lane::events).sum();
    }

    /// Events outside of the period, in all lanes.
    public long outside() {
        return lanes.stream().mapToLong(lane -> Lane.sum(lane.outside())).sum();
    }

    /// Where an instant lies between the beginning and the end, from 0 to 1.
    public double share(Instant instant) {
        long whole = Math.max(1, Duration.between(from, to).toMillis());
        return Math.clamp((double) Duration.between(from, instant).toMillis() / whole, 0, 1);
    }

    /// Where round dates lie, for the axis.
    public List<Tick> ticks(ZoneId zone) {
        return Tick.between(from, to, zone);
    }

    /// An event that the text speaks of.
    ///
    /// @param stretch where it lies, from 0
    /// @param lane which lane it belongs to, -1 when none
    public record Numbered(int number, int stretch, int lane) {}
}
