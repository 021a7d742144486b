package io.hindcast.audit.template;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Drawing;
import io.hindcast.audit.report.TimelinePicture;
import io.hindcast.audit.report.TimelinePicture.Lane;
import io.hindcast.audit.report.TimelinePicture.Numbered;
import io.hindcast.engine.index.HeaderIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Draws events over time from the headers: a lane an event type, the rare ones together. What lies outside of the period is
/// drawn apart, and is not counted.
final class Timelines {
    private static final int LANES = 8;

    private final HeaderIndex index;
    private final int[] events;
    private final Optional<Period> period;
    private final long first;
    private final long last;

    private Timelines(HeaderIndex index, int[] events, Optional<Period> period) {
        this.index = index;
        this.events = events;
        this.period = period;
        this.first = Arrays.stream(events).mapToLong(index::micros).min().orElse(0);
        this.last = Arrays.stream(events).mapToLong(index::micros).max().orElse(0);
    }

    /// The chapter: what the picture shows in a sentence, what lies outside of the period, and the picture.
    ///
    /// @param wanted which events, by ordinal
    /// @param period outside of which events do not count; all count where there is none
    /// @param numbered events with a number, by ordinal
    /// @param says the sentence where some have a number
    static List<Block> blocks(
            HeaderIndex index,
            IntPredicate wanted,
            Optional<Period> period,
            Map<Integer, Integer> numbered,
            String says) {
        int[] events = IntStream.range(0, index.size())
                .filter(event -> index.micros(event) != HeaderIndex.NO_TIME)
                .filter(wanted)
                .toArray();
        if (events.length == 0) {
            return List.of(Pieces.say("timeline.none"));
        }
        TimelinePicture picture = new Timelines(index, events, period).draw(numbered);
        var blocks = new ArrayList<Block>();
        blocks.add(Pieces.say(picture.numbered().isEmpty() ? "timeline.lanes" : says));
        if (picture.outside() > 0) {
            blocks.add(Pieces.say("timeline.outside", picture.within(), picture.outside()));
        }
        blocks.add(new Drawing(picture));
        return blocks;
    }

    /// Events of one type over time.
    private static final class Counted {
        private final int[] within = new int[TimelinePicture.STRETCHES];
        private final int[] outside = new int[TimelinePicture.STRETCHES];

        long events() {
            return Arrays.stream(within).asLongStream().sum();
        }

        void add(Counted other) {
            for (int i = 0; i < within.length; i++) {
                within[i] += other.within[i];
                outside[i] += other.outside[i];
            }
        }

        Lane lane(String name) {
            return new Lane(name, list(within), list(outside));
        }

        private static List<Integer> list(int[] counts) {
            return Arrays.stream(counts).boxed().toList();
        }
    }

    private TimelinePicture draw(Map<Integer, Integer> numbered) {
        var counts = new HashMap<Integer, Counted>();
        for (int event : events) {
            Counted counted = counts.computeIfAbsent(index.type(event), _ -> new Counted());
            (isWithin(event) ? counted.within : counted.outside)[stretch(event)]++;
        }
        List<Map.Entry<Integer, Counted>> types = counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Integer, Counted> one) -> -one.getValue().events())
                        .thenComparing(one -> index.typeName(one.getKey())))
                .toList();
        int own = types.size() > LANES ? LANES - 1 : types.size();
        var lanes = new ArrayList<Lane>();
        types.subList(0, own).forEach(type -> lanes.add(type.getValue().lane(index.typeName(type.getKey()))));
        if (own < types.size()) {
            var others = new Counted();
            types.subList(own, types.size()).forEach(type -> others.add(type.getValue()));
            lanes.add(others.lane(TimelinePicture.OTHERS));
        }
        List<Integer> order = types.stream().map(Map.Entry::getKey).toList();
        return new TimelinePicture(instant(first), instant(last), lanes, marks(numbered, order, lanes.size()), limits());
    }

    private boolean isWithin(int event) {
        return period.map(one -> one.includes(event)).orElse(true);
    }

    private List<Numbered> marks(Map<Integer, Integer> numbered, List<Integer> order, int lanes) {
        return numbered.entrySet().stream()
                .filter(mark -> index.micros(mark.getKey()) != HeaderIndex.NO_TIME)
                .map(mark -> new Numbered(
                        mark.getValue(),
                        stretch(mark.getKey()),
                        Math.min(order.indexOf(index.type(mark.getKey())), lanes - 1)))
                .sorted(Comparator.comparingInt(Numbered::number))
                .toList();
    }

    /// Where the period begins and ends inside of the picture.
    private List<Instant> limits() {
        return period.stream()
                .flatMap(one -> one.limits().stream())
                .filter(limit -> !limit.isBefore(instant(first)) && limit.isBefore(instant(last)))
                .toList();
    }

    private int stretch(int event) {
        long width = (last - first) / TimelinePicture.STRETCHES + 1;
        return (int) ((index.micros(event) - first) / width);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
