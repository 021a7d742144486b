package io.hindcast.engine.replay;

import io.hindcast.engine.changelog.ChangeLog;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A history that was folded once: its states come from the change log, and no event is ever decoded again for them.
final class FoldedHistory implements StreamHistory {
    private final String stream;
    private final String category;
    private final Fold fold;
    private final StreamEvents events;
    private final ChangeLog log;
    private final List<Problem> problems;
    private final List<Inexact> inexact;
    private final FieldHistory fields;

    FoldedHistory(
            String stream,
            String category,
            Fold fold,
            StreamEvents events,
            ChangeLog log,
            List<Problem> problems,
            List<Inexact> inexact) {
        this.stream = stream;
        this.category = category;
        this.fold = fold;
        this.events = events;
        this.log = log;
        this.problems = List.copyOf(problems);
        this.inexact = List.copyOf(inexact);
        this.fields = new LoggedFields(this, log);
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
        return log.size();
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
        return index == BEFORE_FIRST ? Absent.ABSENT : log.stateAfter(index);
    }

    @Override
    public List<Change> changesAt(int index) {
        return index == BEFORE_FIRST ? List.of() : log.changesAt(index);
    }

    @Override
    public FieldHistory fields() {
        return fields;
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public List<Inexact> inexact() {
        return inexact;
    }

    @Override
    public long held() {
        return log.held();
    }

    @Override
    public Optional<Instant> recordedAt(int index) {
        return events.recordedAt(index);
    }

    @Override
    public int indexAt(Moment moment) {
        return switch (moment) {
            case Moment.Head() -> size() - 1;
            case Moment.AtVersion(long version) ->
                lastWhere((page, row) -> page.version(row) != EventPage.NO_VERSION && page.version(row) <= version);
            case Moment.AtPosition(Position position) ->
                lastWhere((page, row) -> page.position(row)
                        .filter(here -> here.compareTo(position) <= 0)
                        .isPresent());
            case Moment.AtInstant(Instant instant) -> lastBy(instant);
        };
    }

    private int lastWhere(StreamEvents.RowTest test) {
        return events.last(size(), test).orElse(BEFORE_FIRST);
    }

    private int lastBy(Instant instant) {
        for (int i = size() - 1; i >= 0; i--) {
            if (recordedAt(i).filter(time -> !time.isAfter(instant)).isPresent()) {
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
                problems.stream().filter(problem -> problem.index() <= index).toList(),
                inexact.stream().filter(field -> field.index() <= index).toList());
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
        var folding = new Folding(another, category, events, size());
        events.forEachPage(page -> folding.take(page, cancellation));
        return folding.history(stream);
    }
}
