package io.hindcast.audit.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Events over time: how many fell into each stretch of the period, lane by lane, and some of them numbered.
///
/// @param from beginning of the first stretch
/// @param to end of the last
/// @param lanes each with [#STRETCHES] counts
public record TimelinePicture(Instant from, Instant to, List<Lane> lanes, List<Numbered> numbered) {
    /// How many stretches a lane has.
    public static final int STRETCHES = 200;

    /// The name of the lane that holds the types which have none of their own.
    public static final String OTHERS = "\u2026";

    public TimelinePicture {
        lanes = List.copyOf(lanes);
        numbered = List.copyOf(numbered);
    }

    /// @param counts events by stretch
    public record Lane(String name, List<Integer> counts) {
        public Lane {
            counts = List.copyOf(counts);
        }

        public int highest() {
            return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        public long events() {
            return counts.stream().mapToLong(Integer::longValue).sum();
        }
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
