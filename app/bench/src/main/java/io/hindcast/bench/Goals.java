package io.hindcast.bench;

import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the design set itself, and how it stands. Ratios, taken side by side in one run.
final class Goals {
    private static final Map<String, String> GOALS = goals();

    private Goals() {}

    private static Map<String, String> goals() {
        var goals = new LinkedHashMap<String, String>();
        goals.put("P1", "Open, index and spool PostgreSQL at ≥ 0.9 (text) and ≥ 1.3 (jsonb) of the rate of one COPY; heap ≤ 600 MB");
        goals.put("P2", "Timeline usable (headers indexed) in ≤ 0.75 (text) and ≤ 0.4 (jsonb) of the time of that COPY");
        goals.put("P3", "SQLite read and index ≥ 0.45 of the command line tool's `select *`; H2 with 5 million events in a heap of 512 MB");
        goals.put("P4", "Load and fold one aggregate of a million events ≥ 5 × Axon, ≥ 4 × Emmett, ≥ 3 × message-db");
        goals.put("P5", "Fold rules ≥ 1.6 ×, JavaScript ≥ 0.8 ×, JavaScript with every change kept ≥ 0.5 × a Java reducer on Jackson trees");
        goals.put("P6", "Random seek in 10 million events: p99 ≤ 0.25 ms, worst ≤ 16 ms, ≥ 10,000 × faster than replay, near redux-devtools at 1/20 of its memory");
        goals.put("P7", "History ≤ 60 bytes an event (8,000 paths), ≤ 120 (a million paths), seek p99 ≤ 1 ms there");
        goals.put("P8", "One step either way ≤ 5 µs p99; slider frame ≤ 16 ms p99");
        goals.put("P9", "Frame 1920 × 1080, 10 million events, 200 lanes: median ≤ 4 × the empty scene, p90 ≤ 12 ms, ≥ 5 × faster than Canvas");
        goals.put("P10", "Frame at 100 million events ≤ 2 × that at 1 million");
        goals.put("P11", "Verification ≥ 2 × a verifier on Jackson trees, ≥ 0.4 of the rate of folding alone");
        goals.put("P12", "Start of the shipped image ≤ 0.6 of plain `java`; image ≤ 150 MB");
        return goals;
    }

    static Section section(List<Verdict> verdicts) {
        var section = new Section(
                "Goals",
                "The goals of the design and how they stand in this run. *In part*: what was measured reaches its share of"
                        + " the goal, and something of the goal was not measured. Where a goal was measured twice, the larger"
                        + " stores count.",
                "goal",
                "what",
                "standing",
                "this run");
        GOALS.forEach((name, what) -> {
            Verdict verdict = verdicts.stream()
                    .filter(one -> one.goal().equals(name))
                    .reduce((_, larger) -> larger)
                    .orElse(new Verdict(name, Verdict.Standing.NOT_MEASURED, "–"));
            section.row(name, what, verdict.standing().words(), verdict.figure());
        });
        return section;
    }
}
