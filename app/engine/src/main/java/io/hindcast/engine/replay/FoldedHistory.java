package io.hindcast.engine.replay;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A history whose bytes lie in memory and whose states are reached from keyframes: one immutable state every
/// [#KEYFRAME_EVERY] events, sharing structure, so that any state is at most that many events away. The last answer is
/// kept as well, which makes stepping forwards one event's work; stepping backwards walks once for every keyframe it
/// passes and keeps the answers on the way.
final class FoldedHistory implements StreamHistory {
    /// Chosen so that the walk from a keyframe stays well under a millisecond for events of a few hundred bytes.
    static final int KEYFRAME_EVERY = 128;

    private final String stream;
    private final String category;
    private final Fold fold;
    private final StreamEvents events;
    private final List<StateValue> keyframes;
    private final List<Problem> problems;
    private volatile @Nullable Answer lastAnswer;
    private volatile List<Answer> steppedBack = List.of();

    private record Answer(int index, StateValue state, List<Change> changes) {}

    /// @param keyframes the state after every [#KEYFRAME_EVERY]th event, first the initial state
    FoldedHistory(
            String stream,
            String category,
            Fold fold,
            StreamEvents events,
            List<StateValue> keyframes,
            List<Problem> problems) {
        this.stream = stream;
        this.category = category;
        this.fold = fold;
        this.events = events;
        this.keyframes = List.copyOf(keyframes);
        this.problems = List.copyOf(problems);
    }

    @Override
    public String stream() {
        return stream;
    }

    @Override
    public String category() {
        return category;
    }

    @Override
    public Fold fold() {
        return fold;
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public Event event(int index) {
        return events.event(index);
    }

    @Override
    public StateValue data(int index) {
        return events.data(index);
    }

    @Override
    public StateValue metadata(int index) {
        return events.metadata(index);
    }

    @Override
    public StateValue stateAfter(int index) {
        return index == BEFORE_FIRST ? Absent.ABSENT : answerAt(index).state();
    }

    @Override
    public List<Change> changesAt(int index) {
        return index == BEFORE_FIRST ? List.of() : answerAt(index).changes();
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public int indexAt(Moment moment) {
        return switch (moment) {
            case Moment.Head() -> size() - 1;
            case Moment.AtVersion(long version) ->
                lastWhere(event -> event.version().isPresent()
                        && event.version().getAsLong() <= version);
            case Moment.AtPosition(Position position) ->
                lastWhere(event ->
                        event.position().filter(here -> here.compareTo(position) <= 0).isPresent());
            case Moment.AtInstant(Instant instant) ->
                lastWhere(event -> event.recordedAt()
                        .filter(time -> !time.isAfter(instant))
                        .isPresent());
        };
    }

    @Override
    public StateAt at(Moment moment) {
        int index = indexAt(moment);
        return new StateAt(
                moment,
                index,
                index < 0 ? Optional.empty() : Optional.of(event(index)),
                stateAfter(index),
                index + 1,
                problems.stream().filter(problem -> problem.index() <= index).toList());
    }

    @Override
    public StateAt at(Moment moment, LocalDate effective, ZoneId zone) {
        return new EffectiveReplay(this, days(zone)).at(moment, indexAt(moment), effective);
    }

    @Override
    public StateAt heldOn(int index, LocalDate effective, ZoneId zone) {
        Moment moment = index < 0 ? new Moment.AtVersion(Long.MIN_VALUE) : momentOf(event(index));
        return new EffectiveReplay(this, days(zone)).at(moment, index, effective);
    }

    private static Moment momentOf(Event event) {
        return event.version().isPresent()
                ? new Moment.AtVersion(event.version().getAsLong())
                : event.recordedAt().<Moment>map(Moment.AtInstant::new).orElse(Moment.HEAD);
    }

    @Override
    public Optional<LocalDate> effectiveDay(int index, ZoneId zone) {
        return days(zone).of(new FoldEvent(event(index), data(index), metadata(index)));
    }

    private EffectiveDay days(ZoneId zone) {
        return new EffectiveDay(fold, category, events.commonFields(), zone);
    }

    @Override
    public StreamHistory foldedWith(Fold another, Cancellation cancellation) {
        return HistoryLoader.fold(stream, category, another, events, cancellation);
    }

    private int lastWhere(Predicate<Event> matches) {
        for (int i = size() - 1; i >= 0; i--) {
            if (matches.test(events.event(i))) {
                return i;
            }
        }
        return BEFORE_FIRST;
    }

    private Answer answerAt(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("event %d of %d".formatted(index, size()));
        }
        Answer known = lastAnswer;
        if (known != null && known.index() == index) {
            return known;
        }
        Answer answer = known != null && known.index() == index + 1 ? stepBackTo(index) : walkTo(index, known);
        lastAnswer = answer;
        return answer;
    }

    private Answer stepBackTo(int index) {
        List<Answer> block = steppedBack;
        if (block.isEmpty()
                || index < block.getFirst().index()
                || index > block.getLast().index()) {
            block = answersUpTo(index);
            steppedBack = block;
        }
        return block.get(index - block.getFirst().index());
    }

    /// All answers from the keyframe before an event to that event.
    private List<Answer> answersUpTo(int index) {
        var run = FoldRun.from(fold, keyframes.get(index / KEYFRAME_EVERY));
        var reader = events.reader();
        var answers = new ArrayList<Answer>();
        for (int i = index / KEYFRAME_EVERY * KEYFRAME_EVERY; i <= index; i++) {
            run.apply(events.forFold(i, reader));
            answers.add(new Answer(i, run.state(), run.changes()));
        }
        return List.copyOf(answers);
    }

    private Answer walkTo(int index, @Nullable Answer known) {
        int start = index / KEYFRAME_EVERY * KEYFRAME_EVERY;
        StateValue state = keyframes.get(index / KEYFRAME_EVERY);
        if (known != null && known.index() < index && known.index() >= start) {
            start = known.index() + 1;
            state = known.state();
        }
        var run = FoldRun.from(fold, state);
        var reader = events.reader();
        for (int i = start; i < index; i++) {
            run.pass(events.forFold(i, reader));
        }
        run.apply(events.forFold(index, reader));
        return new Answer(index, run.state(), run.changes());
    }
}
