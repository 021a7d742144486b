package io.hindcast.desktop.fake;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.Event;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A history held in lists; its fold lays the fields of the bodies over one another.
public final class FakeHistory implements StreamHistory {
    private final String stream;
    private final String category;
    private final List<FakeEvent> events;
    private final Fold fold;
    private final List<StateValue> states = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    FakeHistory(String stream, String category, List<FakeEvent> events) {
        this.stream = stream;
        this.category = category;
        this.events = List.copyOf(events);
        this.fold = new LaidOver();
        StateValue state = Absent.ABSENT;
        for (int i = 0; i < events.size(); i++) {
            FakeEvent event = events.get(i);
            if (event.data() instanceof Opaque unreadable) {
                problems.add(new Problem(
                        i, event.header().version().orElse(-1), event.header().type(), unreadable.reason()));
            } else if (event.after() instanceof Fields known) {
                state = known;
            }
            states.add(state);
        }
    }

    private FakeHistory(String stream, String category, List<FakeEvent> events, Fold fold) {
        this.stream = stream;
        this.category = category;
        this.events = List.copyOf(events);
        this.fold = fold;
        var editor = new TreeEditor();
        fold.begin(category, editor);
        for (int i = 0; i < events.size(); i++) {
            FakeEvent event = events.get(i);
            editor.begin();
            try {
                var taken = fold.taken(new FoldEvent(event.header(), event.data(), event.metadata()));
                if (taken.isPresent()) {
                    fold.apply(taken.get(), editor);
                }
                editor.settle();
            } catch (FoldFailure failure) {
                editor.rollback();
                problems.add(new Problem(i, event.header().version().orElse(-1), event.header().type(), failure.reason()));
            }
            states.add(editor.root());
        }
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
        return events.get(index).header();
    }

    @Override
    public StateValue data(int index) {
        return events.get(index).data();
    }

    @Override
    public StateValue metadata(int index) {
        return events.get(index).metadata();
    }

    @Override
    public StateValue stateAfter(int index) {
        return index < 0 ? Absent.ABSENT : states.get(index);
    }

    @Override
    public List<Change> changesAt(int index) {
        return Difference.between(stateAfter(index - 1), stateAfter(index));
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public int indexAt(Moment moment) {
        return switch (moment) {
            case Moment.Head() -> size() - 1;
            case Moment.AtVersion(long version) -> last(event -> event.version().orElse(-1) <= version);
            case Moment.AtPosition(var position) ->
                last(event -> event.position().filter(it -> it.compareTo(position) <= 0).isPresent());
            case Moment.AtInstant(var instant) ->
                last(event -> event.recordedAt().filter(it -> !it.isAfter(instant)).isPresent());
        };
    }

    private int last(java.util.function.Predicate<Event> wanted) {
        for (int i = size() - 1; i >= 0; i--) {
            if (wanted.test(event(i))) {
                return i;
            }
        }
        return BEFORE_FIRST;
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
                problems.stream().filter(it -> it.index() <= index).toList(),
                List.of());
    }

    /// The fakes hold on the day they were recorded: both clocks say the same.
    @Override
    public StateAt at(Moment moment, LocalDate effective, ZoneId zone) {
        int day = indexAt(new Moment.AtInstant(
                effective.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1)));
        return indexAt(moment) <= day ? at(moment) : at(new Moment.AtVersion(event(day).version().orElse(0)));
    }

    /// What the events up to here that hold by then would have made alone.
    @Override
    public StateAt heldOn(int index, LocalDate effective, ZoneId zone) {
        var holding = new ArrayList<FakeEvent>();
        for (int i = 0; i <= index; i++) {
            if (effectiveDay(i, zone).filter(it -> it.isAfter(effective)).isEmpty()) {
                holding.add(events.get(i));
            }
        }
        return new FakeHistory(stream, category, holding).at(Moment.HEAD);
    }

    @Override
    public Optional<LocalDate> effectiveDay(int index, ZoneId zone) {
        if (data(index).at(FieldPath.parse("/effectiveDate")) instanceof Text(String day)) {
            return Optional.of(LocalDate.parse(day));
        }
        return event(index).recordedAt().map(it -> it.atZone(zone).toLocalDate());
    }

    /// Really folded, but for the fakes' own fold.
    @Override
    public StreamHistory foldedWith(Fold another, Cancellation cancellation) {
        return another instanceof LaidOver
                ? new FakeHistory(stream, category, events)
                : new FakeHistory(stream, category, events, another);
    }

    /// The merge fold of the fakes; the histories bring their states along.
    static final class LaidOver implements Fold {
        @Override
        public String name() {
            return "merge fold";
        }

        @Override
        public String digest() {
            return "fake";
        }

        @Override
        public void begin(String category, StateEditor state) {
            state.set(FieldPath.ROOT, Fields.EMPTY);
        }

        @Override
        public void apply(FoldEvent event, StateEditor state) {
            if (event.data() instanceof Fields body) {
                body.entries().forEach(entry -> state.set(FieldPath.ROOT.child(entry.getKey()), entry.getValue()));
            }
        }

        @Override
        public boolean isGuess() {
            return true;
        }
    }
}
