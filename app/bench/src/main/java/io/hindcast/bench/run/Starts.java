package io.hindcast.bench.run;

import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Contest;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From the start of the process: the image of the program beside plain `java` on the jars of the image.
public final class Starts {
    private static final double GOAL = 0.6;
    private static final double MOST_MEGABYTES = 150;
    private static final double MEGABYTE = 1e6;

    /// JavaFX ends the program itself when a pulse has been painted.
    private static final String UNTIL_PAINTED = "-Djavafx.pulseLogger=true -Djavafx.pulseLogger.exitOnPulse=";

    private final Plan plan;
    private final Path program;

    /// What is started.
    ///
    /// @param isStart whether no more is done than starting
    private record Act(String name, boolean isStart, String options, List<String> arguments) {}

    public Starts(Plan plan) {
        this.plan = plan;
        this.program = plan.root().resolve("packaging/target/hindcast");
    }

    public Report run() throws Exception {
        var section = new Section(
                "Start",
                "From the start of the process to its end, or until a pulse of the window is painted, by turns: the image that"
                        + " ships (a Java of its own, start-up caches), and `java` without any switch on the same jars.",
                "what",
                "image, ms, median (least–most)",
                "plain `java`, ms",
                "time of the image against plain `java`");
        if (!Files.isDirectory(program)) {
            section.note("Not measured: the program folder was not built.");
            return new Report(
                    List.of(section), List.of(new Verdict("P12", Verdict.Standing.NOT_MEASURED, "no program folder")));
        }
        var image = StartedProgram.image(plan.root(), program, plan.scratch());
        double megabytes = image.bytes() / MEGABYTE;
        image.unpackCaches();
        var plain = image.byPlainJava();
        var ratios = new ArrayList<Double>();
        for (Act act : acts()) {
            double ratio = measure(act, image, plain, section);
            if (act.isStart()) {
                ratios.add(ratio);
            }
        }
        section.note("Compared before timing: both print the same. The image has %s MB, its caches packed."
                .formatted(Timings.number(megabytes)));
        section.note("The goal speaks of starts: the last row also reads, folds, and writes a picture, and is not counted.");
        section.note("An image unpacks its caches beside its first start, which goes without them; these are later ones.");
        double worst = ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return new Report(
                List.of(section),
                List.of(Verdict.of(
                        "P12",
                        worst <= GOAL && megabytes <= MOST_MEGABYTES,
                        "%s of plain `java` at worst; image of %s MB"
                                .formatted(Timings.number(worst), Timings.number(megabytes)))));
    }

    private List<Act> acts() {
        var window = List.of(
                "open", "sample:ledger", "--headless", "--snapshot", plan.scratch().resolve("window.png").toString());
        return List.of(
                new Act("`hindcast --version`", true, "", List.of("--version")),
                new Act("`hindcast streams sample:ledger`", true, "", List.of("streams", "sample:ledger")),
                new Act("the window's first pulse", true, UNTIL_PAINTED + 1, window),
                new Act("the window's third pulse", true, UNTIL_PAINTED + 3, window),
                new Act("the window with its store, painted into a file", false, "", window));
    }

    private double measure(Act act, StartedProgram image, StartedProgram plain, Section section) throws Exception {
        if (act.options().isEmpty()) {
            Agreement.require(
                    "what " + act.name() + " says",
                    plain.said(act.options(), act.arguments()),
                    image.said(act.options(), act.arguments()));
        }
        var timings = new Contest(1, plan.rounds() + 2)
                .with("image", () -> runs(image, act))
                .with("plain", () -> runs(plain, act))
                .run();
        Timings shipped = timings.getFirst();
        Timings bare = timings.getLast();
        section.row(act.name(), shipped.millis(), bare.millis(), bare.rateAgainst(shipped));
        return bare.medianRateAgainst(shipped);
    }

    /// What the log of pulses says differs from run to run.
    private static long runs(StartedProgram program, Act act) throws IOException, InterruptedException {
        int length = program.said(act.options(), act.arguments()).length();
        return act.options().isEmpty() ? length : 0;
    }
}
