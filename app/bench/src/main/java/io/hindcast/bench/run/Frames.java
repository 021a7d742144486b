package io.hindcast.bench.run;

import io.hindcast.bench.measure.Latencies;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.desktop.timeline.TimelineModel;
import io.hindcast.desktop.timeline.TimelineView;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.LaneGrouping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// Pulses of a window without a screen: an empty scene, and the timeline moved in every pulse.
public final class Frames {
    private static final int PULSES = 120;
    private static final int LINE_PULSES = 2;
    private static final int GOAL_LANES = 200;
    private static final int GOAL_EVENTS = 10_000_000;
    private static final int TURN = 30; // pulses in one direction
    private static final double STEP = 0.02; // of what is seen

    private final Plan plan;
    private final HeaderIndex small;
    private final HeaderIndex large;

    public Frames(Plan plan, HeaderIndex small, HeaderIndex large) {
        this.plan = plan;
        this.small = small;
        this.large = large;
    }

    private record Contender(
            String name, Parent content, Runnable move, int skipped, int pulses, List<long[]> intervals) {
        Contender(String name, Parent content, Runnable move) {
            this(name, content, move, Pulses.SKIPPED, PULSES, new ArrayList<>());
        }
    }

    public Report run() throws Exception {
        try (var pulses = Pulses.open()) {
            var contenders = List.of(
                    Pulses.on(() -> new Contender("empty scene", new Pane(), () -> {})),
                    Pulses.on(() -> timeline("timeline, %,d events, moved in every pulse".formatted(small.size()), small)),
                    Pulses.on(() -> lines("canvas, a line for each of %,d events".formatted(large.size()), large)),
                    Pulses.on(() -> canvas("canvas, %,d events, moved in every pulse".formatted(large.size()), large)),
                    Pulses.on(() -> timeline("timeline, %,d events, moved in every pulse".formatted(large.size()), large)));
            for (int round = -1; round < plan.rounds(); round++) {
                for (Contender contender : contenders) {
                    long[] intervals = pulses.time(contender.content, contender.move, contender.skipped, contender.pulses);
                    if (round >= 0) {
                        contender.intervals.add(intervals);
                    }
                }
            }
            return report(contenders);
        }
    }

    private static Contender timeline(String name, HeaderIndex index) {
        var model = new TimelineModel(() -> index, Runnable::run, Runnable::run);
        model.setGrouping(LaneGrouping.STREAM);
        var view = new TimelineView(model);
        model.refresh();
        model.zoom(4, 0.5);
        int[] pulse = {0};
        Runnable move = () -> model.pan(forwards(pulse) ? STEP : -STEP);
        return new Contender(name, new StackPane(view), move);
    }

    /// Moved as the timeline is.
    private static Contender canvas(String name, HeaderIndex index) {
        var canvas = new CanvasTimeline(index);
        int[] pulse = {0};
        Runnable move = () -> canvas.pan(forwards(pulse) ? STEP : -STEP);
        return new Contender(name, new StackPane(canvas), move);
    }

    /// Moved as the timeline is, in few pulses: each takes seconds.
    private static Contender lines(String name, HeaderIndex index) {
        var canvas = new CanvasTimeline(index);
        int[] pulse = {0};
        Runnable move = () -> canvas.panLines(forwards(pulse) ? STEP : -STEP);
        return new Contender(name, new StackPane(canvas), move, LINE_PULSES, LINE_PULSES, new ArrayList<>());
    }

    private static boolean forwards(int... pulse) {
        return pulse[0]++ / TURN % 2 == 0;
    }

    private Report report(List<Contender> contenders) {
        var section = new Section(
                "Timeline on screen",
                "Time from pulse to pulse at %s, %d lanes at most, software pipeline, no limit on frames; %d"
                        .formatted(Pulses.screenful(), TimelineModel.LANES, PULSES)
                        + " pulses a round, rounds of the contenders by turns, one round before as warming up.",
                "scene",
                "median, ms",
                "p90, ms",
                "worst, ms",
                "median against the empty scene, by rounds");
        double[] floor = medians(contenders.getFirst());
        for (Contender contender : contenders) {
            var all = Latencies.ofNanos(contender.intervals.stream().flatMapToLong(LongStream::of).toArray());
            double[] medians = medians(contender);
            double[] ratios = new double[medians.length];
            Arrays.setAll(ratios, round -> medians[round] / floor[round]);
            section.row(
                    contender.name,
                    Timings.number(all.percentile(50) / 1_000),
                    Timings.number(all.percentile(90) / 1_000),
                    Timings.number(all.most() / 1_000),
                    Timings.spread(ratios));
        }
        section.note("The toolkit beats no faster than once a millisecond, which is what the empty scene shows.");
        section.note("The pixels of the timeline are compared with pictures by the tests of the desktop, not here.");
        section.note("The canvas shows the same lanes and buckets of the same pyramid, a rectangle for each bucket; it has no axis, labels and marks. With a line for each event that is seen (a quarter of all) it is drawn in %d pulses a round only."
                .formatted(LINE_PULSES));
        double most = percentile(contenders.getLast(), 50);
        double ratio = most / percentile(contenders.getFirst(), 50);
        double slow = percentile(contenders.getLast(), 90);
        double faster = percentile(contenders.get(contenders.size() - 2), 50) / most;
        double farFaster = percentile(contenders.get(contenders.size() - 3), 50) / most;
        boolean held = ratio <= 4 && slow <= 12 && faster >= 5;
        return new Report(
                List.of(section),
                List.of(new Verdict(
                        "P9",
                        !held ? Verdict.Standing.NOT_REACHED : isWhole() ? Verdict.Standing.REACHED : Verdict.Standing.IN_PART,
                        "median %s times the empty scene, p90 %s ms, %s × faster than rectangles on a canvas and %s × than a line for each event, at %s, %d lanes and %,d events"
                                .formatted(
                                        Timings.number(ratio),
                                        Timings.number(slow),
                                        Timings.number(faster),
                                        Timings.number(farFaster),
                                        Pulses.screenful(),
                                        TimelineModel.LANES,
                                        large.size()))));
    }

    private boolean isWhole() {
        return Pulses.screenful().isWhole() && TimelineModel.LANES >= GOAL_LANES && large.size() >= GOAL_EVENTS;
    }

    private static double percentile(Contender contender, int percent) {
        return Latencies.ofNanos(contender.intervals.stream().flatMapToLong(LongStream::of).toArray())
                        .percentile(percent)
                / 1_000;
    }

    private static double[] medians(Contender contender) {
        return contender.intervals.stream()
                .mapToDouble(round -> Latencies.ofNanos(round).percentile(50))
                .toArray();
    }
}
