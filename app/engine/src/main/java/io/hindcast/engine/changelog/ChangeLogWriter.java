package io.hindcast.engine.changelog;

import io.hindcast.engine.fold.WriteSink;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a [ChangeLog] while a fold runs: first what the fold writes before all events, closed by [#begun()], then the
/// writes of one event after another, each closed by [#endEvent()]. Used by one thread, and spent once [#close()]d.
public final class ChangeLogWriter implements WriteSink {
    private final Pool pool;
    private final Places places = new Places();
    private final WordLog words;
    private final Map<Integer, ItemPlaces> lists = new HashMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Siblings siblings = new Siblings();

    /// A value that has to become another one at a place.
    private record Task(int place, StateValue before, StateValue after) {}

    public ChangeLogWriter(LogMemory memory) {
        this(memory, Tuning.STANDARD);
    }

    ChangeLogWriter(LogMemory memory, Tuning tuning) {
        this.pool = new Pool(memory);
        this.words = new WordLog(memory, tuning);
        words.set(Places.ROOT, Word.FIELDS);
    }

    /// What was written so far is the state before the first event.
    public void begun() {
        words.begun(places);
    }

    public void endEvent() {
        words.endEvent(places);
    }

    /// The log of all that was written.
    public ChangeLog close() {
        pool.close();
        return words.close(places, pool);
    }

    @Override
    public void wrote(FieldPath path, StateValue before, StateValue after) {
        if (path.isRoot()) {
            replace(Places.ROOT, before, after);
            return;
        }
        int last = path.steps().size() - 1;
        int owner = Places.ROOT;
        for (int depth = 0; depth < last; depth++) {
            owner = child(owner, path.steps().get(depth));
        }
        String step = path.steps().get(last);
        if (Word.kind(words.word(owner)) == Word.ITEMS) {
            item(owner, Integer.parseInt(step), before, after);
        } else {
            field(owner, step, before, after);
        }
    }

    private int child(int owner, String step) {
        return Word.kind(words.word(owner)) == Word.ITEMS
                ? items(owner).at(Integer.parseInt(step))
                : places.child(owner, step);
    }

    private ItemPlaces items(int list) {
        return lists.computeIfAbsent(list, _ -> new ItemPlaces());
    }

    private void field(int owner, String name, StateValue before, StateValue after) {
        if (!before.isPresent()) {
            replace(arrive(owner, name, after), before, after);
        } else {
            int place = places.child(owner, name);
            replace(place, before, after);
            if (!after.isPresent()) {
                leave(owner);
            }
        }
    }

    private void item(int list, int index, StateValue before, StateValue after) {
        if (!before.isPresent()) {
            replace(insert(list, index, after), before, after);
        } else if (!after.isPresent()) {
            replace(remove(list, index), before, after);
        } else {
            replace(items(list).at(index), before, after);
        }
    }

    /// Does everything below first; states may be nested deeper than a thread's stack.
    @SuppressWarnings("ReferenceEquality")
    private void replace(int place, StateValue before, StateValue after) {
        if (place == Places.NONE) {
            throw new IllegalStateException("a write to a place that was never told of");
        }
        int bottom = tasks.size();
        tasks.add(new Task(place, before, after));
        while (tasks.size() > bottom) {
            Task task = tasks.removeLast();
            if (task.before != task.after) {
                int top = tasks.size();
                step(task);
                Collections.reverse(tasks.subList(top, tasks.size())); // a place is left before it is used again
            }
        }
    }

    private void step(Task task) {
        int place = task.place;
        if (task.before instanceof Fields before && task.after instanceof Fields after) {
            fields(place, before, after);
        } else if (task.before instanceof Items before && task.after instanceof Items after) {
            items(place, before.values(), after.values());
        } else {
            clear(place, task.before);
            words.set(place, Word.of(task.after, pool));
            fill(place, task.after);
        }
    }

    private void clear(int place, StateValue before) {
        if (before instanceof Fields fields) {
            fields(place, fields, Fields.EMPTY);
        } else if (before instanceof Items items) {
            items(place, items.values(), List.of());
        }
    }

    private void fill(int place, StateValue after) {
        if (after instanceof Fields fields) {
            fields(place, Fields.EMPTY, fields);
        } else if (after instanceof Items items) {
            items(place, List.of(), items.values());
        }
    }

    private void fields(int owner, Fields before, Fields after) {
        for (var entry : before.entries()) {
            if (!after.field(entry.getKey()).isPresent()) {
                tasks.add(new Task(places.child(owner, entry.getKey()), entry.getValue(), Absent.ABSENT));
                leave(owner);
            }
        }
        long lastRank = Long.MIN_VALUE;
        for (var entry : after.entries()) {
            StateValue older = before.field(entry.getKey());
            int place;
            if (older.isPresent()) {
                place = places.child(owner, entry.getKey());
                if (rank(place) < lastRank) {
                    rankLast(owner, place);
                }
            } else {
                place = arrive(owner, entry.getKey(), entry.getValue());
            }
            lastRank = rank(place);
            tasks.add(new Task(place, older, entry.getValue()));
        }
    }

    private void leave(int owner) {
        words.set(owner, Word.resized(words.word(owner), -1));
    }

    /// A field comes to stand behind all others.
    private int arrive(int owner, String name, StateValue value) {
        boolean alone = Word.rest(words.word(owner)) == 0;
        words.set(owner, Word.resized(words.word(owner), 1));
        int place = places.child(owner, name);
        if (place == Places.NONE) {
            boolean container = value instanceof Fields || value instanceof Items;
            place = places.newField(owner, name, container, siblings.last(owner));
            siblings.came(owner, place);
        } else if (!alone && rank(place) < siblings.topRank(owner)) {
            rankLast(owner, place);
        }
        siblings.setTopRank(owner, alone ? rank(place) : Math.max(siblings.topRank(owner), rank(place)));
        return place;
    }

    private long rank(int place) {
        int ranked = places.rank(place);
        return ranked == Places.NONE
                ? (long) places.ordinal(place) << Places.RANK_SHIFT
                : Word.rest(words.word(ranked));
    }

    private void rankLast(int owner, int place) {
        long behind = ((long) places.ordinal(siblings.last(owner)) << Places.RANK_SHIFT) + siblings.nextTie();
        int ranked = places.rank(place) == Places.NONE ? places.newRank(place) : places.rank(place);
        words.set(ranked, Word.of(0, behind));
        siblings.setTopRank(owner, behind);
    }

    private void items(int list, List<StateValue> before, List<StateValue> after) {
        Splice splice = Splice.between(before, after);
        for (int i = 0; i < splice.replaced(); i++) {
            int index = splice.start() + i;
            if (!before.get(index).equals(after.get(index))) {
                tasks.add(new Task(items(list).at(index), before.get(index), after.get(index)));
            }
        }
        int from = splice.start() + splice.replaced();
        for (int i = 0; i < splice.removed(); i++) {
            tasks.add(new Task(remove(list, from), before.get(from + i), Absent.ABSENT));
        }
        int to = from + splice.inserted();
        for (int i = from; i < to; i++) {
            tasks.add(new Task(insert(list, i, after.get(i)), Absent.ABSENT, after.get(i)));
        }
        if (splice.appended() > 0) {
            int size = items(list).size();
            for (int i = 0; i < splice.appended(); i++) {
                StateValue value = after.get(size + i);
                tasks.add(new Task(insert(list, size + i, value), Absent.ABSENT, value));
            }
        }
    }

    private int remove(int list, int index) {
        ItemPlaces items = items(list);
        int place = items.at(index);
        items.remove(index);
        leave(list);
        return place;
    }

    private int insert(int list, int index, StateValue value) {
        ItemPlaces items = items(list);
        words.set(list, Word.resized(words.word(list), 1));
        int place = items.reuse();
        if (place == Places.NONE) {
            place = places.newItem(list, value instanceof Fields || value instanceof Items, siblings.last(list));
            siblings.came(list, place);
            places.newRank(place);
        }
        items.insert(index, place);
        words.set(places.rank(place), Word.of(0, rankFor(items, index)));
        return place;
    }

    /// Between its neighbours; where there is no room any more, all items from here on are ranked anew.
    private long rankFor(ItemPlaces items, int index) {
        if (index == items.size() - 1) {
            items.lastRank += ItemRanks.STEP;
            return items.lastRank;
        }
        long left = index == 0 ? rankOfItem(items, 1) - 2 * ItemRanks.STEP : rankOfItem(items, index - 1);
        long right = rankOfItem(items, index + 1);
        if (right - left >= 2) {
            return left + (right - left) / 2;
        }
        items.lastRank += ItemRanks.STEP;
        long rank = items.lastRank;
        for (int i = index + 1; i < items.size(); i++) {
            items.lastRank += ItemRanks.STEP;
            words.set(places.rank(items.at(i)), Word.of(0, items.lastRank));
        }
        return rank;
    }

    private long rankOfItem(ItemPlaces items, int index) {
        return Word.rest(words.word(places.rank(items.at(index))));
    }
}
