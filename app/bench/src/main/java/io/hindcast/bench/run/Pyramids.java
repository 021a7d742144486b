package io.hindcast.bench.run;

import io.hindcast.bench.data.ManyEvents;
import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Contest;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Extent;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Lanes;
import io.hindcast.engine.timeline.TileWindow;
import io.hindcast.engine.timeline.TimeScale;
import io.hindcast.engine.timeline.TimelinePyramid;
import io.hindcast.engine.timeline.TimelineTile;
import io.hindcast.engine.timeline.TypeSlots;
import java.util.List;

/// Builds the pyramid and asks it for whole frames, for a number of events and for ten times as many.
public final class Pyramids {
    private static final int WIDTH = 1920;
    private static final List<Integer> PARTS = List.of(1, 2, 10, 100, 1_000);

    private final Plan plan;
    private final HeaderIndex small;
    private final HeaderIndex large;

    public Pyramids(Plan plan, HeaderIndex small, HeaderIndex large) {
        this.plan = plan;
        this.small = small;
        this.large = large;
    }

    public Report run() throws Exception {
        var few = built(small);
        var many = built(large);
        Agreement.require("events in all tiles", (long) small.size(), frame(few, 1));
        Agreement.require("events in all tiles, ten times as many", (long) large.size(), frame(many, 1));
        var builds = new Contest(1, plan.rounds())
                .with("build", () -> built(small).taken())
                .with("build", () -> built(large).taken())
                .run();
        var section = new Section(
                "Timeline, computation only",
                "%d lanes, %d buckets wide, %,d events and %,d. A frame is the answer for all lanes of a window; the part of"
                        .formatted(ManyEvents.STREAMS, WIDTH, small.size(), large.size())
                        + " the whole time span that it shows is named.",
                "what",
                "%,d events, ms".formatted(small.size()),
                "%,d events, ms".formatted(large.size()),
                "times as long");
        row(section, "building the pyramid", builds);
        double ratio = 0;
        for (int part : PARTS) {
            var frames = new Contest(20, 20 * plan.rounds())
                    .with("frame", () -> frame(few, part))
                    .with("frame", () -> frame(many, part))
                    .run();
            row(section, part == 1 ? "frame, all of it" : "frame, 1/%,d of it".formatted(part), frames);
            ratio = Math.max(ratio, frames.get(0).medianRateAgainst(frames.get(1)));
        }
        section.note("Compared before timing: the tiles of the whole window hold every event, once.");
        return new Report(
                List.of(section),
                List.of(new Verdict(
                        "P10",
                        ratio <= 2 ? Verdict.Standing.IN_PART : Verdict.Standing.NOT_REACHED,
                        "a frame query of ten times the events takes at most %s times as long; 100 million events and the"
                                .formatted(Timings.number(ratio))
                                + " painting were not measured")));
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

    private static long frame(TimelinePyramid pyramid, int part) {
        Extent extent = pyramid.extent();
        long length = (extent.to() - extent.from() + 1) / part;
        long from = extent.from() + (extent.to() - extent.from() - length) / 2;
        int level = TileWindow.levelFor((double) length / WIDTH);
        var tiles = pyramid.tiles(
                TileWindow.covering(level, from, from + length + 1, 1), 0, pyramid.lanes().size());
        long events = 0;
        for (TimelineTile tile : tiles.tiles()) {
            events += tile.total();
        }
        return events;
    }
}
