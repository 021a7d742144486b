package io.hindcast.bench.run;

import io.hindcast.bench.data.ManyEvents;
import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Contest;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Lanes;
import io.hindcast.engine.timeline.TimeScale;
import io.hindcast.engine.timeline.TimelinePyramid;
import io.hindcast.engine.timeline.TypeSlots;
import java.util.List;

/// Builds the pyramid, asks it for whole frames and paints them, for a million events and for a history many times as long.
public final class Pyramids {
    private static final long SHORT = 1_000_000;
    private static final int FAR = 100; // so many times as long is what the goal speaks of
    private static final int BUILDS = 3;
    private static final List<Integer> PARTS = List.of(1, 2, 5, 10, 20, 50, 100, 1_000);

    private final Plan plan;

    public Pyramids(Plan plan) {
        this.plan = plan;
    }

    public Report run() throws Exception {
        HeaderIndex small = ManyEvents.bare(SHORT, plan.size().seed());
        HeaderIndex large = ManyEvents.bare(plan.longest(), plan.size().seed());
        var builds = new Contest(1, Math.min(BUILDS, plan.rounds()))
                .with("build", () -> built(small).taken())
                .with("build", () -> built(large).taken())
                .run();
        var few = new PaintedFrame(built(small));
        var many = new PaintedFrame(built(large));
        Agreement.require("events in all tiles", SHORT, few.events(1));
        Agreement.require("events in all tiles, longer", plan.longest(), many.events(1));
        var section = new Section(
                "Timeline, computation only",
                "%d lanes, %d buckets wide, %,d events and %,d. A frame is the answer for all lanes of a window, painted into %d × %d pixels; the part of the whole time span that it shows is named."
                        .formatted(
                                ManyEvents.STREAMS,
                                PaintedFrame.WIDTH,
                                SHORT,
                                plan.longest(),
                                PaintedFrame.WIDTH,
                                PaintedFrame.HEIGHT),
                "what",
                "%,d events, ms".formatted(SHORT),
                "%,d events, ms".formatted(plan.longest()),
                "times as long");
        row(section, "building the pyramid", builds);
        double ratio = 0;
        for (int part : PARTS) {
            var frames = new Contest(20, 20 * plan.rounds())
                    .with("frame", () -> few.paint(part))
                    .with("frame", () -> many.paint(part))
                    .run();
            row(section, part == 1 ? "frame, all of it" : "frame, 1/%,d of it".formatted(part), frames);
            ratio = Math.max(ratio, frames.get(0).medianRateAgainst(frames.get(1)));
        }
        section.note("Compared before timing: the tiles of the whole window hold every event, once.");
        return new Report(List.of(section), List.of(verdict(ratio)));
    }

    private Verdict verdict(double ratio) {
        boolean far = plan.longest() >= FAR * SHORT;
        String figure = "a frame of %,d events takes at most %s times as long as the same part of %,d%s"
                .formatted(
                        plan.longest(),
                        Timings.number(ratio),
                        SHORT,
                        far ? "" : "; 100 million were not measured");
        Verdict.Standing within = far ? Verdict.Standing.REACHED : Verdict.Standing.IN_PART;
        return new Verdict("P10", ratio <= 2 ? within : Verdict.Standing.NOT_REACHED, figure);
    }

    private static void row(Section section, String what, List<Timings> timings) {
        section.row(
                what,
                timings.get(0).millis(),
                timings.get(1).millis(),
                timings.get(0).rateAgainst(timings.get(1)));
    }

    private static TimelinePyramid built(HeaderIndex index) {
        var lanes = new Lanes(LaneGrouping.STREAM.keys(index), ManyEvents.STREAMS);
        var pyramid = new TimelinePyramid(index, lanes, new TypeSlots(index), TimeScale.TIME);
        pyramid.advance();
        return pyramid;
    }
}
