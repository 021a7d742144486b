package io.hindcast.cli;

import io.hindcast.audit.integrity.Check;
import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Coverage;
import io.hindcast.audit.integrity.Criteria;
import io.hindcast.audit.integrity.FindingList;
import io.hindcast.audit.integrity.Integrity;
import io.hindcast.audit.integrity.IntegrityResult;
import io.hindcast.audit.integrity.Severity;
import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Listing;
import io.hindcast.cli.output.Rows;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast check STORE`: whether what the store holds hangs together.
@Command(
        name = "check",
        description = "Looks for gaps, doubles, clocks that go back, unreadable bodies and the like.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A table has one line a check, with --findings one a finding. The exit code is 1 when a defect was found;",
            "notes (what may be in order) count with --strict only."
        })
final class CheckVerb implements Callable<Integer> {
    private static final int PAGE = 1_000;

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--findings", description = "List in tables the findings instead of the checks.")
    boolean findings;

    @Option(names = "--strict", description = "Exit with 1 also when only notes were found.")
    boolean strict;

    @Option(names = "--check", paramLabel = "ID", split = ",", description = "Print only these checks; every check runs.")
    @Nullable List<String> wanted;

    @Option(names = "--late-commit", paramLabel = "SPAN", defaultValue = "PT10S", description = "How much earlier than an event before it an event may be recorded (PT10S).")
    String lateCommit = "PT10S";

    @Option(names = "--late-days", paramLabel = "N", defaultValue = "30", description = "How many days after it holds an event may be recorded (30).")
    int lateDays = 30;

    CheckVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        Set<Check> checks = checks();
        Criteria criteria = criteria();
        try (var store = options.open(house);
                var interruption = new Interruption(terminal)) {
            Fold fold = options.fold(house, store);
            try (IntegrityResult result = examine(store, fold, criteria, interruption.cancellation())) {
                print(new CheckRows(house.terminal().curtain().answers()), result, fold, checks);
                say(result, checks);
                return code(result, checks);
            }
        }
    }

    private Set<Check> checks() {
        if (wanted == null) {
            return EnumSet.allOf(Check.class);
        }
        return wanted.stream().map(CheckVerb::check).collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
    }

    private static Check check(String id) {
        return Check.named(id)
                .orElseThrow(() -> new UsageException("There is no check %s; there are %s."
                        .formatted(id, Arrays.stream(Check.values()).map(Check::id).collect(Collectors.joining(", ")))));
    }

    private Criteria criteria() {
        if (lateDays < 0) {
            throw new UsageException("--late-days cannot be negative.");
        }
        try {
            Duration span = Duration.parse(lateCommit);
            if (!span.isNegative()) {
                return new Criteria(span, lateDays, options.zone());
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new UsageException(lateCommit + " is no span of time; write one like PT10S or PT5M.");
    }

    private IntegrityResult examine(OpenStore store, Fold fold, Criteria criteria, Cancellation cancellation) {
        try {
            var result = new Integrity(criteria)
                    .examine(store, fold, Indexing.progress(house.terminal()), cancellation);
            Indexing.clear(house.terminal());
            return result;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Checking stopped: " + failure.sentence(), failure);
        }
    }

    private void print(CheckRows rows, IntegrityResult result, Fold fold, Set<Check> checks) {
        Format format = options.format(house.terminal());
        if (format == Format.TABLE && !findings) {
            try (var table = Rows.in(format, CheckRows.CHECK_COLUMNS, house.terminal().out())) {
                checks.forEach(check -> table.add(rows.flat(result.of(check))));
            }
            return;
        }
        var listing = new Listing(
                format, CheckRows.FINDING_COLUMNS, rows.before(result, fold), options.out(house.terminal()));
        checks.forEach(check -> list(rows, result.of(check).findings(), listing));
        listing.finish(rows.after(result, checks));
    }

    private static void list(CheckRows rows, FindingList findings, Listing listing) {
        for (long at = 0; at < findings.kept(); at += PAGE) {
            findings.page(at, PAGE).forEach(finding -> listing.add(rows.finding(finding)));
        }
    }

    private void say(IntegrityResult result, Set<Check> checks) {
        Terminal terminal = house.terminal();
        Coverage coverage = result.coverage();
        terminal.say("Scanned %,d of %,d events in %,d streams, %,d unreadable: %,d defects, %,d notes."
                .formatted(
                        coverage.scanned(),
                        coverage.events(),
                        coverage.streams(),
                        coverage.unreadable(),
                        total(result, checks, Severity.DEFECT),
                        total(result, checks, Severity.NOTE)));
        if (coverage.later() > 0) {
            terminal.say("%,d events came after the start and were left out.".formatted(coverage.later()));
        }
        if (coverage.gone() > 0) {
            terminal.say("%,d events were there at the start and not any more when they were to be read.".formatted(coverage.gone()));
        }
        if (!coverage.isComplete()) {
            terminal.say("Stopped: the answer is partial.");
        }
    }

    private int code(IntegrityResult result, Set<Check> checks) {
        if (!result.coverage().isComplete()) {
            return ExitCode.PARTIAL;
        }
        boolean found = total(result, checks, Severity.DEFECT) > 0
                || (strict && total(result, checks, Severity.NOTE) > 0);
        return found ? ExitCode.FOUND : ExitCode.DONE;
    }

    private static long total(IntegrityResult result, Set<Check> checks, Severity severity) {
        return checks.stream()
                .filter(check -> check.severity() == severity)
                .map(result::of)
                .mapToLong(CheckResult::total)
                .sum();
    }
}
