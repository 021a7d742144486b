package io.hindcast.engine.changelog;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.LazyItems;
import io.hindcast.engine.state.LazyFields;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/// Makes values of the words of a frame.
final class States {
    private final Places places;
    private final Pool pool;
    private final int few;

    States(Places places, Pool pool, int few) {
        this.few = few;
        this.places = places;
        this.pool = pool;
    }

    StateValue root(Frame frame) {
        return value(frame, Places.ROOT);
    }

    StateValue value(Frame frame, int place) {
        return value(frame, place, frame.word(place));
    }

    private StateValue value(Frame frame, int place, long word) {
        return switch (Word.kind(word)) {
            case Word.FIELDS -> fields(frame, place, (int) Word.rest(word));
            case Word.ITEMS -> items(frame, place, (int) Word.rest(word));
            default -> Word.value(word, pool);
        };
    }

    private StateValue fields(Frame frame, int place, int size) {
        var source = new FieldsAt(frame, place, size);
        if (places.size() > few) {
            return Fields.over(source);
        }
        var fields = Fields.builder(size);
        source.forEach(fields::put);
        return fields.build();
    }

    private Items items(Frame frame, int list, int size) {
        if (size == 0) {
            return Items.EMPTY;
        }
        return places.size() > few
                ? new Items(new LazyItems(size, () -> itemsNow(frame, list, size)))
                : new Items(itemsNow(frame, list, size));
    }

    private List<StateValue> itemsNow(Frame frame, int list, int size) {
        var values = new ArrayList<StateValue>(size);
        for (int item : inOrder(frame, list, size, true)) {
            values.add(value(frame, item));
        }
        return values;
    }

    /// The children that are there, in their order.
    private int[] inOrder(Frame frame, int container, int size, boolean items) {
        int[] found = new int[size];
        long[] ranks = new long[size];
        int count = 0;
        boolean sorted = true;
        for (int child = places.firstChild(container);
                child != Places.NONE && count < size;
                child = places.nextSibling(child)) {
            if (places.isItem(child) == items && frame.word(child) != Word.ABSENT) {
                found[count] = child;
                ranks[count] = rank(frame, child);
                sorted &= count == 0 || ranks[count - 1] < ranks[count];
                count++;
            }
        }
        if (count < size) {
            throw new IllegalStateException("%d children, %d were expected".formatted(count, size));
        }
        return sorted ? found : sorted(found, ranks);
    }

    private long rank(Frame frame, int place) {
        int ranked = places.rank(place);
        return ranked == Places.NONE
                ? (long) places.ordinal(place) << Places.RANK_SHIFT
                : rankOr(frame.word(ranked), place);
    }

    /// Before a field left and came back, its rank is not told, and it stands where it first came.
    private long rankOr(long word, int place) {
        return word == Word.ABSENT && !places.isItem(place)
                ? (long) places.ordinal(place) << Places.RANK_SHIFT
                : Word.rest(word);
    }

    private static int[] sorted(int[] found, long... ranks) {
        var order = new Integer[found.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Long.compare(ranks[one], ranks[other]));
        int[] sorted = new int[found.length];
        Arrays.setAll(sorted, i -> found[order[i]]);
        return sorted;
    }

    /// The fields of a place in a frame.
    private final class FieldsAt implements LazyFields {
        private final Frame frame;
        private final int place;
        private final int size;

        FieldsAt(Frame frame, int place, int size) {
            this.frame = frame;
            this.place = place;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public StateValue value(String name) {
            int child = places.child(place, name);
            return child == Places.NONE ? Absent.ABSENT : States.this.value(frame, child);
        }

        @Override
        public void forEach(BiConsumer<String, StateValue> each) {
            for (int child : inOrder(frame, place, size, false)) {
                each.accept(places.name(child), States.this.value(frame, child));
            }
        }
    }
}
