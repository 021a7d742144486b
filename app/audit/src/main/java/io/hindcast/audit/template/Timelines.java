package io.hindcast.audit.template;

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

/// Draws events over time from the headers: a lane an event type, the rare ones together.
final class Timelines {
    private static final int LANES = 8;
    private static final int[] NONE = new int[TimelinePicture.STRETCHES];

    private final HeaderIndex index;
    private final int[] events;
    private final long first;
    private final long last;

    private Timelines(HeaderIndex index, int[] events) {
        this.index = index;
        this.events = events;
        this.first = Arrays.stream(events).mapToLong(index::micros).min().orElse(0);
        this.last = Arrays.stream(events).mapToLong(index::micros).max().orElse(0);
    }

    /// @param wanted which events, by ordinal
    /// @param numbered events with a number, by ordinal
    /// @return nothing where no event has a time
    static Optional<TimelinePicture> of(
            HeaderIndex index, IntPredicate wanted, Map<Integer, Integer> numbered) {
        int[] events = IntStream.range(0, index.size())
                .filter(event -> index.micros(event) != HeaderIndex.NO_TIME)
                .filter(wanted)
                .toArray();
        return events.length == 0 ? Optional.empty() : Optional.of(new Timelines(index, events).draw(numbered));
    }

    private TimelinePicture draw(Map<Integer, Integer> numbered) {
        var counts = new HashMap<Integer, int[]>();
        for (int event : events) {
            counts.computeIfAbsent(index.type(event), _ -> new int[TimelinePicture.STRETCHES])[stretch(event)]++;
        }
        List<Integer> types = counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Integer, int[]> one) -> -sum(one.getValue()))
                        .thenComparing(one -> index.typeName(one.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        var lanes = new ArrayList<Lane>();
        int own = types.size() > LANES ? LANES - 1 : types.size();
        types.subList(0, own).forEach(type -> lanes.add(lane(index.typeName(type), List.of(counts.getOrDefault(type, NONE)))));
        if (own < types.size()) {
            lanes.add(lane(
                    TimelinePicture.OTHERS,
                    types.subList(own, types.size()).stream()
                            .map(type -> counts.getOrDefault(type, NONE))
                            .toList()));
        }
        List<Numbered> marks = numbered.entrySet().stream()
                .filter(mark -> index.micros(mark.getKey()) != HeaderIndex.NO_TIME)
                .map(mark -> new Numbered(
                        mark.getValue(),
                        stretch(mark.getKey()),
                        Math.min(types.indexOf(index.type(mark.getKey())), lanes.size() - 1)))
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
        return new TimelinePicture(instant(first), instant(last), lanes, marks);
    }

    private int stretch(int event) {
        long width = (last - first) / TimelinePicture.STRETCHES + 1;
        return (int) ((index.micros(event) - first) / width);
    }

    private static long sum(int[] counts) {
        return Arrays.stream(counts).asLongStream().sum();
    }

    private static Lane lane(String name, List<int[]> parts) {
        var counts = new ArrayList<Integer>(TimelinePicture.STRETCHES);
        for (int i = 0; i < TimelinePicture.STRETCHES; i++) {
            int place = i;
            counts.add(parts.stream().mapToInt(part -> part[place]).sum());
        }
        return new Lane(name, counts);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
