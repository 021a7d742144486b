package io.hindcast.bench.run;

import io.hindcast.bench.data.AccountState;
import io.hindcast.bench.data.EngineReducer;
import io.hindcast.bench.data.Rules;
import io.hindcast.bench.data.Scripts;
import io.hindcast.bench.data.StreamPages;
import io.hindcast.bench.data.TapeReducer;
import io.hindcast.bench.data.TreeReducer;
import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Contest;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;

/// Folds every account from bytes in memory, one thread, beside a reducer written by hand on Jackson trees.
public final class Folds {
    private static final int JAVA = 0;
    private static final int RULES = 2;
    private static final int SCRIPT = 3;
    private static final int SCRIPT_HISTORY = 7;

    private final Plan plan;
    private final StreamPages streams;
    private final PayloadDecoder decoder = new StandardPayloads();
    private final JsonTape tape = new JsonTape();

    public Folds(Plan plan, StreamPages streams) {
        this.plan = plan;
        this.streams = streams;
    }

    public Report run() throws Exception {
        Fold rules = Rules.sample(plan.root());
        Fold merge = new MergeFold();
        var loader = new HistoryLoader(streams, decoder);
        Fold script = Scripts.projection();
        Fold reducer = Scripts.reducer();
        var reader = EngineReducer.reader(decoder);
        compare(rules, List.of(script, reducer), loader);
        var timings = new Contest(Plan.WARMUPS + 1, plan.rounds())
                .with("Java by hand on Jackson trees (the limit)", () -> each(TreeReducer::fold))
                .with("Java by hand on our tape", () -> each(pages -> TapeReducer.fold(pages, tape)))
                .with("fold rules", () -> each(pages -> EngineReducer.fold(pages, rules, reader, Integer.MAX_VALUE)))
                .with("JavaScript projection", () -> each(pages -> EngineReducer.fold(pages, script, reader, Integer.MAX_VALUE)))
                .with("JavaScript reducer, a new state each time", () -> each(pages -> EngineReducer.fold(pages, reducer, reader, Integer.MAX_VALUE)))
                .with("merge fold", () -> each(pages -> EngineReducer.fold(pages, merge, reader, Integer.MAX_VALUE)))
                .with("history of each stream, rules, every change kept", () -> histories(loader, rules))
                .with("history of each stream, JavaScript, every change kept", () -> histories(loader, script))
                .with("parsing alone: Jackson tree", () -> sum(TreeReducer::parse))
                .with("parsing alone: our tape", () -> sum(pages -> TapeReducer.parse(pages, tape)))
                .with("parsing alone: state values", () -> sum(pages -> EngineReducer.decode(pages, decoder)))
                .run();
        return new Report(List.of(section(timings)), List.of(verdict(timings)));
    }

    private long histories(HistoryLoader loader, Fold fold) {
        long sum = 0;
        for (String name : streams.names()) {
            sum += loader.load(name, fold, Progress.SILENT, Cancellation.never()).size();
        }
        return sum;
    }

    private interface PerStream<T> {
        T of(List<EventPage> pages) throws Exception;
    }

    private <T> long each(PerStream<T> fold) throws Exception {
        long done = 0;
        for (String name : streams.names()) {
            done += fold.of(streams.pages(name)) == null ? 0 : 1;
        }
        return done;
    }

    private long sum(PerStream<Long> work) throws Exception {
        long sum = 0;
        for (String name : streams.names()) {
            sum += work.of(streams.pages(name));
        }
        return sum;
    }

    private void compare(Fold rules, List<Fold> scripts, HistoryLoader loader) throws Exception {
        for (String name : streams.names()) {
            var pages = streams.pages(name);
            AccountState expected = TreeReducer.fold(pages);
            Agreement.require(name + " on the tape", expected, TapeReducer.fold(pages, tape));
            var folded = EngineReducer.fold(pages, rules, decoder, Integer.MAX_VALUE);
            Agreement.require(name + " by rules", expected, EngineReducer.account(folded));
            for (Fold script : scripts) {
                var scripted = EngineReducer.fold(pages, script, decoder, Integer.MAX_VALUE);
                Agreement.require(name + " by a script", expected, EngineReducer.account(scripted));
            }
            var history = loader.load(name, rules, Progress.SILENT, Cancellation.never());
            Agreement.require(name + " as history", folded, history.stateAfter(history.size() - 1));
            var scripted = loader.load(name, scripts.getFirst(), Progress.SILENT, Cancellation.never());
            AccountState kept = EngineReducer.account(scripted.stateAfter(scripted.size() - 1));
            Agreement.require(name + " as history of a script", expected, kept);
        }
    }

    private Section section(List<Timings> timings) {
        var section = new Section(
                "Folding",
                "%,d events of %,d accounts, from bytes in memory to the final state of each account, one thread."
                        .formatted(streams.events(), streams.names().size()),
                "engine",
                "ms, median (least–most)",
                "1,000 events/s",
                "rate against Java on Jackson trees");
        for (Timings timing : new ArrayList<>(timings)) {
            section.row(
                    timing.name(),
                    timing.millis(),
                    timing.thousandsASecond(streams.events()),
                    timing.rateAgainst(timings.get(JAVA)));
        }
        return section.note(
                "Compared before timing, for every account, to the last digit: balance, number of transactions, status,"
                        + " owner, overdraft limit, currency. The merge fold makes another state and is not compared.");
    }

    private static Verdict verdict(List<Timings> timings) {
        double rules = timings.get(RULES).medianRateAgainst(timings.get(JAVA));
        double script = timings.get(SCRIPT).medianRateAgainst(timings.get(JAVA));
        double captured = timings.get(SCRIPT_HISTORY).medianRateAgainst(timings.get(JAVA));
        return Verdict.of(
                "P5",
                rules >= 1.6 && script >= 0.8 && captured >= 0.5,
                "rules %s, JavaScript %s, JavaScript with every change kept %s of Java on Jackson trees"
                        .formatted(Timings.number(rules), Timings.number(script), Timings.number(captured)));
    }
}
