package io.hindcast.bench;

import io.hindcast.bench.data.Accounts;
import io.hindcast.bench.data.ManyEvents;
import io.hindcast.bench.measure.Machine;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.bench.peer.Peers;
import io.hindcast.bench.run.Folds;
import io.hindcast.bench.run.Frames;
import io.hindcast.bench.run.Plan;
import io.hindcast.bench.run.Pyramids;
import io.hindcast.bench.run.Scans;
import io.hindcast.bench.run.Seeks;
import io.hindcast.bench.run.Starts;
import io.hindcast.bench.run.Verifications;
import io.hindcast.sample.HistorySize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs everything and writes the page. Options, all with `=`: `--events --seed --rounds --history --snapped --large --longest --date --only --root --out`.
public final class Bench {
    private static final int TEN = 10;
    private static final long FRAME_EVENTS = 10_000_000;
    private static final String GOAL_EVENTS = "5000000";
    private static final String SNAPPED = "1000000";
    private static final String LONGEST = "50000000";

    private final Plan plan;
    private final LocalDate date;
    private final Path out;
    private final List<Section> sections = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    private Bench(Plan plan, LocalDate date, Path out) {
        this.plan = plan;
        this.date = date;
        this.out = out;
    }

    /// Exits with 1 when results differ, and writes nothing then.
    public static void main(String[] arguments) throws IOException {
        var options = options(arguments);
        Path scratch = Files.createTempDirectory("hindcast-bench");
        int exit = 0;
        try {
            var size = new HistorySize(Long.parseLong(value(options, "events")), Long.parseLong(value(options, "seed")));
            int rounds = Integer.parseInt(value(options, "rounds"));
            int history = Integer.parseInt(value(options, "history"));
            int snapped = Integer.parseInt(options.getOrDefault("snapped", SNAPPED));
            long large = Long.parseLong(options.getOrDefault("large", GOAL_EVENTS));
            long longest = Long.parseLong(options.getOrDefault("longest", LONGEST));
            var plan = new Plan(
                    size,
                    rounds,
                    history,
                    snapped,
                    large,
                    longest,
                    value(options, "only"),
                    Path.of(value(options, "root")),
                    scratch);
            new Bench(plan, LocalDate.parse(value(options, "date")), Path.of(value(options, "out"))).run();
        } catch (Exception failure) {
            failure.printStackTrace();
            exit = 1;
        } finally {
            delete(scratch);
        }
        System.exit(exit); // the toolkit's threads would go on
    }

    private void run() throws Exception {
        String before = Machine.load();
        part("scan", () -> new Scans(plan).run());
        if (plan.large() > 0) {
            part("large", () -> Scans.large(plan).run());
        }
        if (plan.includes("fold")) {
            var accounts = Accounts.generate(plan.size());
            part("fold", () -> new Folds(plan, accounts.streams()).run());
        }
        part("seek", () -> new Seeks(plan).run());
        part("pyramid", () -> new Pyramids(plan).run());
        if (plan.includes("frame")) {
            var small = ManyEvents.index(plan.size().events(), plan.size().seed());
            long events = plan.large() > 0 ? FRAME_EVENTS : TEN * plan.size().events();
            var large = ManyEvents.index(events, plan.size().seed());
            part("frame", () -> new Frames(plan, small, large).run());
        }
        part("verify", () -> new Verifications(plan).run());
        part("peers", () -> new Peers(plan).run());
        part("start", () -> new Starts(plan).run());
        sections.addFirst(Goals.section(verdicts));
        Files.writeString(out, new Page(plan, date, before + " before, " + Machine.load() + " after").text(sections));
    }

    private interface Part {
        Report run() throws Exception;
    }

    private void part(String name, Part part) throws Exception {
        if (plan.includes(name)) {
            System.out.println("measuring: " + name);
            Report report = part.run();
            report.sections().forEach(section -> System.out.println(section.markdown()));
            sections.addAll(report.sections());
            verdicts.addAll(report.verdicts());
        }
    }

    private static Map<String, String> options(String... arguments) {
        var options = new HashMap<String, String>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not an option: " + argument);
            }
            options.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        return options;
    }

    private static String value(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + "= is missing");
        }
        return value;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
