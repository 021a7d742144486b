package io.hindcast.audit.seal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Running hashes of all streams while events come by. Streams are numbered in the order of their first event. For one
/// thread; about 150 bytes and the name for each stream.
final class StreamChains {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Hash> heads = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    int numberOf(String stream) {
        return numbers.computeIfAbsent(stream, name -> {
            names.add(name);
            heads.add(Hash.ZERO);
            counts.add(0L);
            return names.size() - 1;
        });
    }

    void append(int stream, Hash event) {
        heads.set(stream, next(heads.get(stream), event));
        counts.set(stream, counts.get(stream) + 1);
    }

    static Hash next(Hash head, Hash event) {
        return Hash.of(head.bytes(), event.bytes());
    }

    /// By name, with their places counted through.
    List<SealedStream> byName() {
        var sealed = new ArrayList<SealedStream>(names.size());
        long first = 0;
        for (int number : order()) {
            sealed.add(new SealedStream(names.get(number), first, counts.get(number), heads.get(number)));
            first += counts.get(number);
        }
        return sealed;
    }

    /// For the number of a stream, its place in [#byName()].
    int[] places() {
        int[] order = order();
        int[] places = new int[order.length];
        IntStream.range(0, order.length).forEach(place -> places[order[place]] = place);
        return places;
    }

    private int[] order() {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
