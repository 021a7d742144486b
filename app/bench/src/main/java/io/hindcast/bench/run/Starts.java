package io.hindcast.bench.run;

import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Contest;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// From the start of the process to its end, for the program folder that the build leaves.
public final class Starts {
    private static final String WITHOUT_CACHE = "-XX:AOTMode=off";

    private final Plan plan;
    private final Path program;

    public Starts(Plan plan) {
        this.plan = plan;
        this.program = plan.root().resolve("packaging/target/hindcast/bin/hindcast");
    }

    public Report run() throws Exception {
        var section = new Section(
                "Start",
                "`hindcast connectors` from the start of the process to its end, plug-ins loaded; beside it a Java that does"
                        + " nothing.",
                "what",
                "ms, median (least–most)",
                "time against the start without a cache");
        if (!Files.isExecutable(program)) {
            section.note("Not measured: the program folder was not built.");
            return new Report(
                    List.of(section), List.of(new Verdict("P12", Verdict.Standing.NOT_MEASURED, "no program folder")));
        }
        Agreement.require("what it says without a cache", connectors(""), connectors(WITHOUT_CACHE));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var timings = new Contest(1, plan.rounds() + 2)
                .with("without a start-up cache", () -> connectors(WITHOUT_CACHE).length())
                .with("as shipped", () -> connectors("").length())
                .with(
                        "`java -version` with the same switches (the floor)",
                        () -> said("", List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-version"))
                                .length())
                .run();
        for (Timings timing : timings) {
            section.row(timing.name(), timing.millis(), timings.getFirst().rateAgainst(timing));
        }
        section.note("Compared before timing: both print the same.");
        double ratio = timings.get(0).medianRateAgainst(timings.get(1));
        return new Report(
                List.of(section),
                List.of(new Verdict(
                        "P12",
                        ratio <= 0.6 ? Verdict.Standing.IN_PART : Verdict.Standing.NOT_REACHED,
                        "command line %s of the start without a cache; the window, and an image of the program, were not"
                                .formatted(Timings.number(ratio))
                                + " measured")));
    }

    private String connectors(String options) throws IOException, InterruptedException {
        return said(options, List.of(program.toString(), "connectors"));
    }

    private static String said(String options, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HINDCAST_OPTS", options);
        var process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("exit code " + process.exitValue() + ": " + text);
        }
        return text;
    }
}
