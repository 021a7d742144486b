package io.hindcast.bench;

import io.hindcast.bench.measure.Machine;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.run.Plan;
import java.time.LocalDate;
import java.util.List;

/// The page in the documentation, written anew by every run.
final class Page {
    private final Plan plan;
    private final LocalDate date;
    private final String load;

    /// @param load what else the machine did
    Page(Plan plan, LocalDate date, String load) {
        this.plan = plan;
        this.date = date;
        this.load = load;
    }

    String text(List<Section> sections) {
        var text = new StringBuilder(head());
        sections.forEach(section -> text.append(section.markdown()));
        return text.toString().stripTrailing() + "\n";
    }

    private String head() {
        return """
                # Performance

                Written by one command, which makes the data, starts the stores, compares results and then times:

                ```
                mvn -q -B -Pbench -pl app/bench -am -DskipTests verify -Dbench.run=true
                ```

                Options: `-Dbench.events=5000000` (default 500000), `-Dbench.rounds=5`, `-Dbench.seed=42`,
                `-Dbench.history=10000000` (events of the long stream of *seek*, default 1000000),
                `-Dbench.snapped=10000000` (events of the store with a small snapshot every 100 events, default 1000000),
                `-Dbench.large=5000000` (events of the stores that the first goals speak of, 0 leaves them out),
                `-Dbench.longest=100000000` (events of the longest *timeline*, default 50000000; 100 million want `-Dbench.heap=5g`),
                `-Dbench.only=scan|large|fold|seek|pyramid|frame|verify|peers|start`, `-Dbench.heap=3g`, `-Dbench.date=2026-11-21`,
                `-Dbench.glass=gtk` (paints *frame* and *seek* on the screen that `DISPLAY` names, which may be a virtual one, instead of a
                headless one of 1000 × 1000), `-Dbench.out=page.md`. Needs Linux on x86-64, for the PostgreSQL that it brings along; the peers also need
                node with npm and a network, and are left out without.

                **Read ratios, not seconds.** Contenders run by turns in one process, every round each of them once and in
                another order; %d rounds before counting as warming up unless said otherwise, then %d counted. Figures are
                `median (least–most)`; ratios are formed within a round, then their median and spread is given. Nothing is
                timed before its result was compared; a difference ends the run.

                | this run | |
                |---|---|
                | date | %s |
                | machine | %s |
                | Java | %s |
                | other work | load average %s the run: the machine was shared |
                | data | %,d generated bank events, seed %d |

                """
                .formatted(
                        Plan.WARMUPS,
                        plan.rounds(),
                        date,
                        Machine.description().getFirst(),
                        Machine.description().getLast(),
                        load,
                        plan.size().events(),
                        plan.size().seed());
    }
}
