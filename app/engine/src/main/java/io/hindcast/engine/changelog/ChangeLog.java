package io.hindcast.engine.changelog;

import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What every event of a history changed in the state, from which the state behind any event is put together: from the
/// nearest keyframe, forwards or backwards. Immutable but for what it remembers of the last answer; safe for many threads.
///
/// States of many places are views: they read what is asked of them, and hold on to the log. Those of few places are not.
public final class ChangeLog {
    private static final byte[] NOTHING = {};

    private final Places places;
    private final Pool pool;
    private final Bytes log;
    private final Bytes offsets;
    private final Blocks blocks;
    private final Pages pages;
    private final Tuning tuning;
    private final States states;
    private final Changes changes;
    private final Trails trails;
    /// Bytes that the next seek may fill: what seeks leave behind is what the collector's pauses come from.
    private final AtomicReference<byte[]> spare = new AtomicReference<>(NOTHING);

    private volatile @Nullable Frame recent;
    private volatile @Nullable Postings postings;

    ChangeLog(
            Places places,
            Pool pool,
            Bytes log,
            Bytes offsets,
            Blocks blocks,
            Pages pages,
            Tuning tuning) {
        this.places = places;
        this.pool = pool;
        this.log = log;
        this.offsets = offsets;
        this.blocks = blocks;
        this.pages = pages;
        this.tuning = tuning;
        this.states = new States(places, pool, tuning.few());
        this.changes = new Changes(places, states);
        this.trails = new Trails(places);
    }

    /// How many events it has.
    public int size() {
        return blocks.firstEvent(blocks.count());
    }

    /// The state behind an event.
    ///
    /// @param event a 0-based place; -1 for what the fold wrote before all events
    public StateValue stateAfter(int event) {
        return states.root(frame(event + 1));
    }

    /// What an event changed: the deepest differences, items of lists by their place.
    public List<Change> changesAt(int event) {
        Frame before = frame(event);
        return changes.between(before, frame(event + 1), entries(event, event + 1));
    }

    /// About how many bytes it holds, on and off the heap; the list of events by place left out, which is made when it is
    /// asked for.
    public long held() {
        return log.held() + offsets.held() + pages.held() + pool.held() + places.held();
    }

    /// The events that touched a field or anything below it.
    ///
    /// @param steps of the way to the field; `*` stands for any
    public Trail trail(List<String> steps) {
        return trails.of(steps, postings());
    }

    /// Goes through the values of a field, from the one that it had before an event to the one behind another.
    ///
    /// @param first the first event whose change counts
    /// @param last the last event whose change counts
    /// @param values gets the value before `first` as of event `first - 1`, then each new one with its event
    public void follow(FieldPath field, int first, int last, ValueSink values) {
        int place = trails.single(field.steps());
        if (place == Places.NONE) {
            followSlowly(field, first, last, values);
            return;
        }
        long word = frame(first).word(place);
        values.held(first - 1, Word.value(word, pool));
        Postings known = postings();
        long end = known.before(place, last + 1);
        for (long i = known.before(place, first); i < end; i++) {
            int event = known.event(place, i);
            Entries entries = entries(event, event + 1);
            while (entries.next()) {
                word += entries.place() == place ? entries.difference() : 0;
            }
            values.held(event, Word.value(word, pool));
        }
    }

    private void followSlowly(FieldPath field, int first, int last, ValueSink values) {
        Trail trail = trail(field.steps());
        StateValue held = stateAfter(first - 1).at(field);
        values.held(first - 1, held);
        for (OptionalInt event = trail.next(first - 1);
                event.isPresent() && event.getAsInt() <= last;
                event = trail.next(event.getAsInt())) {
            StateValue value = stateAfter(event.getAsInt()).at(field);
            if (!value.equals(held)) {
                values.held(event.getAsInt(), value);
                held = value;
            }
        }
    }

    /// Is told what a field holds.
    public interface ValueSink {
        /// @param event the event from which on it holds the value
        void held(int event, StateValue value);
    }

    /// Which events touched which place; made when it is first asked for.
    Postings postings() {
        Postings known = postings;
        if (known == null) {
            known = Postings.of(this, blocks, places.size(), log.like());
            postings = known;
        }
        return known;
    }

    /// The entries of the events from one to before another, which must be of one block.
    Entries entries(int from, int to) {
        if (from == to) {
            return new Entries(NOTHING, 0);
        }
        return entries(from, to, NOTHING);
    }

    /// @param room filled with the bytes of the entries where it is long enough; who lends it must have read them before it
    ///     is filled again
    private Entries entries(int from, int to, byte[] room) {
        int block = blocks.of(from);
        long start = start(block, from);
        long end = to == blocks.firstEvent(block + 1) ? blocks.firstByte(block + 1) : start(block, to);
        int length = (int) (end - start);
        byte[] bytes = length <= room.length ? room : new byte[length];
        log.copy(start, bytes, 0, length);
        return new Entries(bytes, length);
    }

    /// Whether an event changed nothing.
    boolean isEmpty(int event) {
        int block = blocks.of(event);
        return event + 1 == blocks.firstEvent(block + 1)
                ? start(block, event) == blocks.firstByte(block + 1)
                : offsets.charAt(2L * event) == offsets.charAt(2L * event + 2);
    }

    private long start(int block, int event) {
        return blocks.firstByte(block) + offsets.charAt(2L * event);
    }

    /// All words behind so many events.
    Frame frame(int events) {
        if (events < 0 || events > size()) {
            throw new IndexOutOfBoundsException("%d of %d events".formatted(events, size()));
        }
        Frame known = recent;
        if (known != null && known.events() == events) {
            return known;
        }
        Frame frame = known == null ? null : nearby(known, events);
        if (frame == null) {
            frame = sought(events);
        }
        recent = frame;
        return frame;
    }

    private @Nullable Frame nearby(Frame known, int events) {
        int from = Math.min(events, known.events());
        int to = Math.max(events, known.events());
        int block = blocks.of(from);
        if (to - from + known.steps().count() > tuning.near()
                || to > blocks.firstEvent(Math.min(block + 1, blocks.count()))) {
            return null;
        }
        Steps steps = known.steps().further(entries(from, to), to - from, events > known.events());
        return new Frame(pages, known.keyframe(), events, known.far(), steps);
    }

    private Frame sought(int events) {
        if (blocks.count() == 0) {
            return new Frame(pages, 0, 0, Deltas.NONE, Steps.NONE);
        }
        int block = blocks.of(events);
        int start = blocks.firstEvent(block);
        int end = blocks.firstEvent(block + 1);
        boolean forwards = events - start <= end - events;
        int from = forwards ? start : events;
        int to = forwards ? events : end;
        Deltas far = Deltas.expecting(places.size(), 4 * (to - from), tuning.dense());
        if (from < to) {
            Entries entries = entries(from, to, spare.getAndSet(NOTHING));
            far.addAll(entries, forwards);
            spare.set(entries.bytes());
        }
        return new Frame(pages, forwards ? block : block + 1, events, far, Steps.NONE);
    }
}
