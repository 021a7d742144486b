package io.hindcast.bench.run;

import io.hindcast.bench.data.Accounts;
import io.hindcast.bench.data.EngineReducer;
import io.hindcast.bench.data.Rules;
import io.hindcast.bench.data.StreamPages;
import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Latencies;
import io.hindcast.bench.measure.Machine;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// Jumps about in one long stream and steps through it.
public final class Seeks {
    private static final int SEEKS = 20_000;
    private static final int COMPARED = 20;

    private final Plan plan;
    private final StreamPages ledger;
    private final PayloadDecoder decoder = new StandardPayloads();

    public Seeks(Plan plan, StreamPages ledger) {
        this.plan = plan;
        this.ledger = ledger;
    }

    public Report run() throws Exception {
        Fold rules = Rules.ledger();
        long before = Machine.retained();
        StreamHistory history = new HistoryLoader(ledger, decoder)
                .load(Accounts.LEDGER, rules, Progress.SILENT, Cancellation.never());
        double retained = (double) (Machine.retained() - before) / history.size();
        var random = new SplittableRandom(plan.size().seed());
        compare(history, rules, random);
        long[] places = random.longs(SEEKS, 0, history.size()).toArray();
        long start = history.size() / 2;
        int steps = Math.min(SEEKS, history.size() / 4);
        long[] forwards = LongStream.range(start, start + steps).toArray();
        long[] backwards = LongStream.range(start - steps, start).map(i -> 2 * start - steps - 1 - i).toArray();
        visit(history, places);
        Latencies seek = visit(history, places);
        visit(history, forwards);
        Latencies forward = visit(history, forwards);
        visit(history, backwards);
        Latencies back = visit(history, backwards);
        double replay = replay(history, rules);
        return new Report(
                List.of(section(history, retained, List.of(seek, forward, back), replay)),
                verdicts(seek, forward, back, replay, retained));
    }

    private static Latencies visit(StreamHistory history, long[] places) {
        return Latencies.of(places, place -> history.stateAfter((int) place).isPresent() ? 1 : 0);
    }

    /// Milliseconds to fold from the first event to the middle one, the least of three.
    private double replay(StreamHistory history, Fold rules) throws Exception {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            EngineReducer.fold(ledger.pages(Accounts.LEDGER), rules, decoder, history.size() / 2);
            least = Math.min(least, (System.nanoTime() - begin) / 1_000_000.0);
        }
        return least;
    }

    private void compare(StreamHistory history, Fold rules, SplittableRandom random) throws Exception {
        for (int i = 0; i < COMPARED; i++) {
            int place = random.nextInt(history.size());
            var replayed = EngineReducer.fold(ledger.pages(Accounts.LEDGER), rules, decoder, place + 1);
            Agreement.require("the state after event " + place, replayed, history.stateAfter(place));
        }
    }

    private Section section(StreamHistory history, double retained, List<Latencies> latencies, double replay) {
        int keys = history.stateAfter(history.size() - 1).at(FieldPath.parse("/accounts")) instanceof Fields accounts
                ? accounts.size()
                : 0;
        var section = new Section(
                "State at any moment",
                "All %,d movements of all accounts as one stream; the state holds a balance, and total and count for each of"
                        .formatted(history.size())
                        + " %,d accounts. %,d calls each, one pass before as warming up.".formatted(keys, SEEKS),
                "what",
                "p50, µs",
                "p99, µs",
                "worst, µs");
        var names = List.of("state after a random event", "one event forwards", "one event backwards");
        for (int i = 0; i < names.size(); i++) {
            var one = latencies.get(i);
            section.row(
                    names.get(i),
                    Timings.number(one.percentile(50)),
                    Timings.number(one.percentile(99)),
                    Timings.number(one.most()));
        }
        double times = replay * 1_000 / latencies.getFirst().percentile(50);
        return section.note("Replay from zero to the middle event: %s ms, %s times the median seek."
                        .formatted(Timings.number(replay), Timings.number(times)))
                .note("Kept beside the bytes of the events: %s bytes an event (keyframes).".formatted(Timings.number(retained)))
                .note("Compared: the state at %d random events with a replay from zero, field by field.".formatted(COMPARED));
    }

    private static List<Verdict> verdicts(
            Latencies seek, Latencies forward, Latencies back, double replay, double retained) {
        double times = replay * 1_000 / seek.percentile(50);
        String seeks = "p99 %s ms, worst %s ms, %s times faster than replay; smaller stream than the goal's, no redux-devtools beside it";
        boolean quick = seek.percentile(99) <= 250 && seek.most() <= 16_000;
        boolean steps = forward.percentile(99) <= 5 && back.percentile(99) <= 5;
        return List.of(
                new Verdict(
                        "P6",
                        quick ? Verdict.Standing.IN_PART : Verdict.Standing.NOT_REACHED,
                        seeks.formatted(
                                Timings.number(seek.percentile(99) / 1_000),
                                Timings.number(seek.most() / 1_000),
                                Timings.number(times))),
                new Verdict(
                        "P7",
                        retained <= 60 && seek.percentile(99) <= 1_000
                                ? Verdict.Standing.IN_PART
                                : Verdict.Standing.NOT_REACHED,
                        "%s bytes an event beside the events' own bytes; a million paths were not tried"
                                .formatted(Timings.number(retained))),
                new Verdict(
                        "P8",
                        steps ? Verdict.Standing.IN_PART : Verdict.Standing.NOT_REACHED,
                        "step p99 %s µs forwards, %s µs backwards; the whole slider frame was not measured"
                                .formatted(
                                        Timings.number(forward.percentile(99)), Timings.number(back.percentile(99)))));
    }
}
