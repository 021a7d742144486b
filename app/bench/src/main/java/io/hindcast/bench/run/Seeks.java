package io.hindcast.bench.run;

import io.hindcast.bench.data.OneStream;
import io.hindcast.bench.data.Rules;
import io.hindcast.bench.measure.Latencies;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.bench.run.LongHistory.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Jumps about in one long stream, steps through it, and asks who set a field; with a state of some thousand values, and
/// with one of some hundred thousand.
public final class Seeks {
    private static final int FEW = 4_000;
    private static final int MANY = 400_000;
    private static final int WHOLE = 10_000_000;

    private final Plan plan;

    public Seeks(Plan plan) {
        this.plan = plan;
    }

    public Report run() throws Exception {
        var results = new ArrayList<Result>();
        for (int accounts : List.of(FEW, MANY)) {
            var stream = new OneStream(plan.size().seed(), plan.history(), accounts);
            results.add(new LongHistory(stream, Rules.ledger()).measure());
        }
        var travel = new TimeTravel(plan).measure();
        var sections = new ArrayList<Section>();
        sections.add(section(results));
        travel.map(TimeTravel::section).ifPresent(sections::add);
        return new Report(sections, verdicts(results.getFirst(), results.getLast(), travel));
    }

    private Section section(List<Result> results) {
        var section = new Section(
                "State at any moment",
                "One stream of %,d movements; the state holds a balance, and total and count for each account. %,d calls each, one pass before as warming up."
                        .formatted(plan.history(), LongHistory.CALLS),
                "what",
                "values in the state",
                "p50, µs",
                "p99, µs",
                "worst, µs");
        for (Result one : results) {
            row(section, one, "state after a random event, one field read", one.state());
            row(section, one, "state after a random event, %d random fields read".formatted(LongHistory.FIELDS), one.fields());
            row(section, one, "one event forwards, one field read", one.forwards());
            row(section, one, "one event backwards, one field read", one.backwards());
            row(section, one, "what the next event changed", one.changes());
        }
        results.forEach(one -> section.note(
                "%,d values: from pulse to pulse with the slider thrown about (a random state, %d of its lines, the timeline of %,d events with its playhead elsewhere; software pipeline, a window of %s) median %s ms, p99 %s ms, worst %s ms."
                        .formatted(
                                values(one),
                                LongHistory.FIELDS,
                                Slider.EVENTS,
                                Pulses.screenful(),
                                Timings.number(one.frames().percentile(50) / 1_000),
                                Timings.number(one.frames().percentile(99) / 1_000),
                                Timings.number(one.frames().most() / 1_000))));
        results.forEach(one -> section.note(
                "%,d values: read, folded and kept in %s s; %s bytes an event beside the events' own bytes; replay from zero to the middle event %s ms, %s times the median seek; blame of one field %s ms at first (the events of all places are listed then) and %s ms after that, its curve over all events in 1,920 columns %s ms."
                        .formatted(
                                values(one),
                                Timings.number(one.loadSeconds()),
                                Timings.number(one.heldPerEvent()),
                                Timings.number(one.replayMillis()),
                                Timings.number(times(one)),
                                Timings.number(one.firstBlameMillis()),
                                Timings.number(one.blameMillis()),
                                Timings.number(one.curveMillis()))));
        return section.note("Compared before timing: the whole state at %d random events with a replay from zero, field by field."
                .formatted(LongHistory.COMPARED));
    }

    private static void row(Section section, Result result, String name, Latencies latencies) {
        section.row(
                name,
                "%,d".formatted(values(result)),
                Timings.number(latencies.percentile(50)),
                Timings.number(latencies.percentile(99)),
                Timings.number(latencies.most()));
    }

    private static int values(Result result) {
        return 2 * result.stream().accounts() + 2;
    }

    private static double times(Result result) {
        return result.replayMillis() * 1_000 / result.state().percentile(50);
    }

    private List<Verdict> verdicts(Result few, Result many, Optional<TimeTravel.Result> travel) {
        boolean whole = plan.history() >= WHOLE;
        return List.of(seeks(few, whole, travel), memory(few, many, whole), steps(few));
    }

    private Verdict seeks(Result few, boolean whole, Optional<TimeTravel.Result> travel) {
        boolean quick = few.fields().percentile(99) <= 250 && few.fields().most() <= 16_000 && (!whole || times(few) >= 10_000)
                && travel.map(TimeTravel.Result::isNear).orElse(true);
        return new Verdict(
                "P6",
                !quick ? Verdict.Standing.NOT_REACHED : whole && travel.isPresent() ? Verdict.Standing.REACHED : Verdict.Standing.IN_PART,
                "%,d events: p99 %s ms with %d fields read, worst %s ms, %s times faster than replay; %s"
                        .formatted(
                                few.stream().events(),
                                Timings.number(few.fields().percentile(99) / 1_000),
                                LongHistory.FIELDS,
                                Timings.number(few.fields().most() / 1_000),
                                Timings.number(times(few)),
                                travel.map(TimeTravel.Result::words).orElse("no redux-devtools beside it")));
    }

    private Verdict memory(Result few, Result many, boolean whole) {
        boolean small = few.heldPerEvent() <= 60 && many.heldPerEvent() <= 120 && many.fields().percentile(99) <= 1_000;
        Verdict.Standing reached = whole ? Verdict.Standing.REACHED : Verdict.Standing.IN_PART;
        return new Verdict(
                "P7",
                small ? reached : Verdict.Standing.NOT_REACHED,
                "%s bytes an event with %,d values, %s with %,d, seek p99 there %s ms with %d fields read"
                        .formatted(
                                Timings.number(few.heldPerEvent()),
                                values(few),
                                Timings.number(many.heldPerEvent()),
                                values(many),
                                Timings.number(many.fields().percentile(99) / 1_000),
                                LongHistory.FIELDS));
    }

    private static Verdict steps(Result few) {
        return Verdict.of(
                "P8",
                few.forwards().percentile(99) <= 5
                        && few.backwards().percentile(99) <= 5
                        && few.frames().percentile(99) <= 16_000,
                "step p99 %s µs forwards, %s µs backwards with one field read; slider frame p99 %s ms in a window of %s"
                        .formatted(
                                Timings.number(few.forwards().percentile(99)),
                                Timings.number(few.backwards().percentile(99)),
                                Timings.number(few.frames().percentile(99) / 1_000),
                                Pulses.screenful()));
    }
}
