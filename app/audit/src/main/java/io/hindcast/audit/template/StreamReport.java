package io.hindcast.audit.template;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Evidence;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Block.Listed;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Fact;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.RowSpool;
import io.hindcast.audit.report.Section;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import io.hindcast.engine.whatif.Alteration;
import io.hindcast.engine.whatif.Hypothesis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The history of one stream in a period: events, what each changed, states at the beginning, at the end and around
/// selected events.
final class StreamReport {
    private static final int MOST_SHOWN = 12;

    private final Gathering gathering;
    private final StreamHistory history;
    private final int before;
    private final int last;
    private final SequencedMap<Integer, Integer> shown;
    private final List<Problem> problems;
    private final EventRows rows;
    private final RowSpool events;
    private final RowSpool changes;

    StreamReport(Gathering gathering) {
        this.gathering = gathering;
        ReportQuestion question = gathering.question();
        this.history = gathering.store()
                .history(question.stream(), gathering.fold(), gathering.progress(), gathering.cancellation());
        if (history.size() == 0) {
            throw new NothingThere(new NothingThere.What.NoStream(question.stream()));
        }
        this.before = question.beginning().map(history::indexAt).orElse(StreamHistory.BEFORE_FIRST);
        this.last = history.indexAt(question.moment());
        if (last < before) {
            throw new NothingThere(new NothingThere.What.NoPeriod(question.from(), question.at()));
        }
        requireEvents(Hypothesis.in(gathering.fold()));
        this.problems = history.problems().stream()
                .filter(problem -> problem.index() > before && problem.index() <= last)
                .toList();
        this.shown = numbered();
        this.rows = new EventRows(gathering.store(), history, gathering.marks());
        this.events = RowSpool.create(gathering.store().decoder());
        this.changes = RowSpool.create(gathering.store().decoder());
    }

    /// Something can only be supposed of events that are there.
    private void requireEvents(Hypothesis hypothesis) {
        for (Alteration one : hypothesis.alterations()) {
            boolean isThere = IntStream.range(0, history.size()).anyMatch(place -> one.pick().matches(history.event(place)));
            if (one.pick().stream().equals(history.stream()) && !isThere) {
                throw new NothingThere(new NothingThere.What.NoEvent(history.stream(), one.pick().shown()));
            }
        }
    }

    /// Numbers of the events that the text speaks of, by their places: those asked for, else those with a problem, the
    /// first and the last.
    private SequencedMap<Integer, Integer> numbered() {
        var places = new TreeMap<Integer, Integer>();
        List<Long> asked = gathering.question().shown();
        for (int i = before + 1; i <= last; i++) {
            var version = history.event(i).version();
            if (version.isPresent() && asked.contains(version.getAsLong())) {
                places.put(i, 0);
            }
        }
        if (asked.isEmpty() && last > before) {
            places.put(before + 1, 0);
            problems.stream().limit(MOST_SHOWN - 2L).forEach(problem -> places.put(problem.index(), 0));
            places.put(last, 0);
        }
        int number = 0;
        for (Map.Entry<Integer, Integer> place : places.entrySet()) {
            place.setValue(++number);
        }
        return places;
    }

    Gathered gather() {
        for (int i = before + 1; i <= last && !gathering.cancellation().isCancelled(); i++) {
            events.add(rows.event(i));
            rows.changes(i).forEach(changes::add);
            gathering.progress().advanced(i - before, last - before);
        }
        boolean complete = events.count() == last - before;
        return new Gathered(
                report(complete), counts(), Fields.EMPTY, complete, false, List.of(events, changes));
    }

    private Fields counts() {
        Fields counts = Fields.EMPTY;
        for (Fact fact : totals().facts()) {
            counts = counts.with(fact.key(), fact.value());
        }
        return counts;
    }

    private Facts totals() {
        return new Facts(
                "controlTotals",
                true,
                List.of(
                        Fact.count("eventsOfStream", history.size()),
                        Fact.count("eventsBefore", before + 1L),
                        Fact.count("eventsInPeriod", last - (long) before),
                        Fact.count("eventsAfter", history.size() - 1L - last),
                        Fact.count("eventsWithProblem", problems.size()),
                        Fact.count("changes", changes.count())));
    }

    private Report report(boolean complete) {
        var sections = new CommonSections(gathering);
        var coverage = new ArrayList<Block>();
        coverage.add(Pieces.say(
                "coverage.stream", last - before, history.size(), history.stream()));
        if (!complete) {
            coverage.add(Pieces.warn("partial"));
        }
        coverage.add(totals());
        return new Report(
                Template.STREAM.id(),
                history.stream(),
                gathering.fold().isHypothetical(),
                List.of(
                        sections.objective(),
                        sections.scope(inStream(), Fact.name("categoryOfStream", history.category())),
                        sections.completeness(coverage),
                        sections.method(List.of()),
                        results(),
                        evidence(),
                        timeline(),
                        findings(),
                        sections.limitations(List.of(Pieces.say("notTested"))),
                        sections.conclusion(),
                        sections.appendix()));
    }

    private Section results() {
        return new Section(
                "results",
                List.of(
                        Pieces.say("stream.result", events.count(), changes.count()),
                        new Listed(rows.table(events)),
                        new Listed(EventRows.changeTable(changes))));
    }

    private Section evidence() {
        var blocks = new ArrayList<Block>();
        StateAt end = gathering.question()
                .effectiveDate()
                .map(day -> history.at(gathering.question().moment(), day, gathering.question().zone()))
                .orElseGet(() -> history.at(gathering.question().moment()));
        blocks.add(Pieces.say("evidence.period"));
        blocks.add(new Evidence(Evidences.between(0, period(), Optional.empty(), stateAfter(before), end.state())));
        blocks.add(Pieces.say("evidence.events", shown.size()));
        shown.forEach((place, number) -> blocks.add(new Evidence(Evidences.between(
                number, caption(place), history.event(place).recordedAt(), stateAfter(place - 1), stateAfter(place)))));
        return new Section("evidence", blocks);
    }

    private StateValue stateAfter(int place) {
        return place < 0 ? Absent.ABSENT : history.stateAfter(place);
    }

    private String period() {
        String from = before < 0 ? "" : history.event(before).place() + " ";
        return from + "\u2192" + (last < 0 ? "" : " " + history.event(last).place());
    }

    private String caption(int place) {
        Event event = history.event(place);
        return event.place() + ", " + event.type();
    }

    private IntPredicate inStream() {
        var index = gathering.store().index();
        int stream = index.streamNamed(history.stream()).orElse(-1);
        return event -> index.stream(event) == stream;
    }

    private Section timeline() {
        var index = gathering.store().index();
        OptionalInt stream = index.streamNamed(history.stream());
        if (stream.isEmpty()) {
            return new Section("timeline", List.of(Pieces.say("timeline.none")));
        }
        int[] ordinals = index.eventsOf(stream.getAsInt());
        var numbers = new HashMap<Integer, Integer>();
        shown.forEach((place, number) -> {
            if (place < ordinals.length) {
                numbers.put(ordinals[place], number);
            }
        });
        return new Section(
                "timeline",
                Timelines.blocks(
                        index,
                        inStream(),
                        Optional.of(Period.of(
                                index,
                                gathering.question().beginning(),
                                gathering.question().moment())),
                        numbers,
                        "timeline.numbered"));
    }

    private Section findings() {
        if (problems.isEmpty()) {
            return new Section("findings", List.of(Pieces.say("stream.reliable")));
        }
        var rows = problems.stream()
                .<List<StateValue>>map(EventRows::problem)
                .toList();
        return new Section(
                "findings",
                List.of(
                        Pieces.warn("stream.unreliable", problems.size()),
                        new Listed(EventRows.problemTable(rows))));
    }
}
