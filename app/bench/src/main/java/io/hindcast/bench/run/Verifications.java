package io.hindcast.bench.run;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.StoreVerification;
import io.hindcast.bench.data.DealtPages;
import io.hindcast.bench.data.OneStream;
import io.hindcast.bench.data.Rules;
import io.hindcast.bench.data.SnappedStore;
import io.hindcast.bench.data.TreeVerifier;
import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Contest;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.Bodies;
import io.hindcast.engine.population.Keeping;
import io.hindcast.engine.population.StreamScan;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Tests every snapshot of a store in one pass, beside folding alone and a verifier by hand on Jackson trees: few large
/// snapshots of one stream, and many small ones of many streams.
public final class Verifications {
    private static final int TREES = 0;
    private static final int FOLDING = 1;
    private static final int VERIFYING = 2;
    private static final int SNAPSHOTS = 1_000;
    /// Accounts of which a state holds about 170 KB as JSON.
    private static final int ACCOUNTS = 3_700;
    private static final int SMALL_STREAMS = 500;
    private static final int SMALL_EVERY = 100;

    private final Plan plan;

    public Verifications(Plan plan) {
        this.plan = plan;
    }

    public Report run() throws Exception {
        SnappedStore large = ofOneStream();
        List<Timings> ofLarge = measure(large, plan);
        var section = new Section(
                "Verification",
                "Events from bytes in memory; every snapshot is right, and has to be found so. Folding alone and verification use all processors, one thread a stream; the verifier by hand uses one thread, and the contest of large snapshots is about one stream.",
                "snapshots",
                "what",
                "ms, median (least–most)",
                "1,000 events/s",
                "rate against folding alone");
        rows(section, name(large, plan.history()), ofLarge, plan.history());
        SnappedStore small = SnappedStore.of(
                new DealtPages(plan.size().seed(), plan.snapped(), SMALL_STREAMS, 3), large.info(), Rules.ledger(), SMALL_EVERY);
        List<Timings> ofSmall = measure(small, plan.ofManySnapshots());
        rows(section, name(small, plan.snapped()), ofSmall, plan.snapped());
        double byHand = ofLarge.get(VERIFYING).medianRateAgainst(ofLarge.get(TREES));
        double alone = ofLarge.get(VERIFYING).medianRateAgainst(ofLarge.get(FOLDING));
        double many = ofSmall.get(VERIFYING).medianRateAgainst(ofSmall.get(FOLDING));
        return new Report(
                List.of(section.note("Compared before timing: all of them say that every snapshot matches.")),
                List.of(Verdict.of(
                        "P11",
                        byHand >= 2 && alone >= 0.4 && many >= 0.5,
                        "%s × a verifier on Jackson trees, %s of folding alone; %s with a small snapshot every %d of %,d events"
                                .formatted(
                                        Timings.number(byHand),
                                        Timings.number(alone),
                                        Timings.number(many),
                                        SMALL_EVERY,
                                        plan.snapped()))));
    }

    private static String name(SnappedStore store, long events) {
        return "%,d of %,d bytes, %,d events".formatted(store.all().size(), store.meanBytes(), events);
    }

    private static void rows(Section section, String name, List<Timings> timings, long events) {
        for (Timings timing : timings) {
            section.row(
                    name,
                    timing.name(),
                    timing.millis(),
                    timing.thousandsASecond(events),
                    timing.rateAgainst(timings.get(FOLDING)));
        }
    }

    private static List<Timings> measure(SnappedStore store, Plan plan) throws Exception {
        var byStream = store.byStream();
        long all = store.all().size();
        Agreement.require("matches by hand", all, TreeVerifier.verify(store.pages(), byStream));
        Agreement.require("matches", all, verify(store));
        return new Contest(Plan.WARMUPS, plan.rounds())
                .with("by hand on Jackson trees", () -> TreeVerifier.verify(store.pages(), byStream))
                .with("folding alone", () -> fold(store))
                .with("verification", () -> verify(store))
                .run();
    }

    private static long verify(SnappedStore store) {
        var matches = new AtomicLong();
        new StoreVerification(store.opened(), store.fold())
                .run(
                        0,
                        one -> matches.addAndGet(one.outcome() instanceof Outcome.Matches ? 1 : 0),
                        Progress.SILENT,
                        Cancellation.never());
        return matches.get();
    }

    /// As verification folds: streams side by side, states resting between pages.
    private static long fold(SnappedStore store) {
        var streams = new AtomicLong();
        new StreamScan<>(store.opened().source(), new ReadRequest.Selection.Store(), new Folding(store), StreamScan.usualMemory())
                .run(kept -> streams.addAndGet(kept.size()), 0, -1, Progress.SILENT, Cancellation.never());
        return streams.get();
    }

    private static final class Folding implements Keeping<FoldRun> {
        private final Fold fold;
        private final Bodies bodies;

        Folding(SnappedStore store) {
            this.fold = store.fold();
            this.bodies = new Bodies(store.opened(), fold);
        }

        @Override
        public FoldRun begin(String stream, String category) {
            return FoldRun.fromTheStart(fold, category);
        }

        @Override
        public void take(FoldRun run, EventPage page, int row, boolean reported) {
            run.pass(bodies.read(page, row)).ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
        }

        @Override
        public long weight(FoldRun run) {
            return 1;
        }
    }

    private SnappedStore ofOneStream() {
        var pages = new ArrayList<EventPage>();
        var one = new OneStream(plan.size().seed(), plan.history(), ACCOUNTS);
        try (var cursor = one.read(ReadRequest.stream(OneStream.NAME))) {
            for (Optional<EventPage> page = cursor.next(); page.isPresent(); page = cursor.next()) {
                pages.add(page.get());
            }
        }
        return SnappedStore.of(pages, one.info(), Rules.ledger(), Math.max(1, plan.history() / SNAPSHOTS));
    }
}
