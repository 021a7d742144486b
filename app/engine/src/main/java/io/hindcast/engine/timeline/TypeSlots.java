package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which event type gets which of a few colours: the most frequent types one each, all others share the last.
/// Immutable; types that appear later share the last.
public final class TypeSlots {
    /// How many colours there are, the shared one included.
    public static final int COUNT = 8;

    /// The colour shared by all less frequent types.
    public static final int SHARED = COUNT - 1;

    private final int[] slotOfType;
    private final List<String> names;

    public TypeSlots(HeaderIndex index) {
        List<String> types = index.typeNames();
        Comparator<Integer> byEvents = Comparator.comparingLong(type -> -index.eventsOfType(type));
        List<Integer> most = IntStream.range(0, types.size())
                .boxed()
                .sorted(byEvents.thenComparing(types::get))
                .limit(types.size() <= COUNT ? COUNT : SHARED)
                .toList();
        slotOfType = new int[types.size()];
        Arrays.fill(slotOfType, SHARED);
        for (int slot = 0; slot < most.size(); slot++) {
            slotOfType[most.get(slot)] = slot;
        }
        names = most.stream().map(types::get).toList();
    }

    public int slotOf(int type) {
        return type < slotOfType.length ? slotOfType[type] : SHARED;
    }

    /// How many types had been seen when the slots were given.
    public int types() {
        return slotOfType.length;
    }

    /// The types that have a slot of their own, in order of slots.
    public List<String> names() {
        return names;
    }
}
