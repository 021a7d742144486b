package io.hindcast.cli;

import io.hindcast.audit.mark.Marks;
import io.hindcast.audit.publish.EarlierReport;
import io.hindcast.audit.publish.Edition;
import io.hindcast.audit.publish.FoldUsed;
import io.hindcast.audit.publish.ReportRun.Published;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.ReviewMarks;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StorePlace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast report STORE --template states … --out DIR`: a report as files. `hindcast report --reperform MANIFEST [STORE]`
/// repeats one.
@Command(
        name = "report",
        description = "Writes an audit report as files, or repeats one and compares.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Templates: stream, states, rollforward, verify, integrity, findings.",
            "Beside the files that --format names, a manifest is written; it holds what a second run needs.",
            "--reperform prints \"identical\" (exit code 0), or names the first difference (exit code 1)."
        })
final class ReportVerb implements Callable<Integer> {
    private final House house;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STORE", description = "A path, a URL or sample:ledger.")
    @Nullable String store;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    ReportQuestionOptions asked = new ReportQuestionOptions();

    @Mixin
    ReportEditionOptions edition = new ReportEditionOptions();

    @Option(
            names = "--fold",
            paramLabel = "FILE",
            description = "Fold rules; `proposed` infers some from the snapshots. Else those beside the store, else merge.")
    @Nullable Path foldFile;

    @Mixin
    JournalOptions journal = new JournalOptions();

    @Option(names = "--no-marks", description = "Take up no marks of the journal.")
    boolean noMarks;

    @Option(
            names = "--reperform",
            paramLabel = "MANIFEST",
            description = "Repeat the run of this manifest and compare; STORE only where it lies elsewhere now.")
    @Nullable Path manifest;

    ReportVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        return manifest == null ? publish() : new Reperforming(house, connection, foldFile).of(manifest, store);
    }

    private int publish() {
        if (store == null) {
            throw new UsageException("Say which store: hindcast report STORE --template NAME --out DIR.");
        }
        ReportQuestion question = asked.question();
        Edition wanted = edition.of(house.reports().formats(), question);
        isOutside(wanted, store);
        mayReplace(wanted);
        Terminal terminal = house.terminal();
        try (var open = house.opener().get().open(connection.request(store, terminal));
                var interruption = new Interruption(terminal)) {
            FoldUsed fold = ReportFold.chosen(house, open, foldFile, asked.supposed(open));
            Published published = house.reports()
                    .run()
                    .publish(
                            open,
                            fold,
                            question,
                            noMarks ? ReviewMarks.NONE : ReviewMarks.of(Marks.of(journal.journal(house, store), open.source())),
                            connection.namedWithoutSecrets(house.opener().get(), store),
                            wanted,
                            terminal.curtain().answers(),
                            Indexing.progress(terminal),
                            interruption.cancellation());
            Indexing.clear(terminal);
            sayEnd(open, question);
            return tell(published);
        } catch (ConnectorException failure) {
            throw failure.kind() == ConnectorException.Kind.INTERNAL
                    ? new StoppedEarly("The report stopped: " + failure.sentence(), failure)
                    : failure;
        }
    }

    /// Files of an earlier report are replaced only when somebody says so, and never those of a stamped one.
    private void mayReplace(Edition wanted) {
        EarlierReport earlier = EarlierReport.before(wanted);
        earlier.refusal().ifPresent(sentence -> {
            throw new UsageException(sentence);
        });
        List<Path> there = earlier.files();
        if (there.isEmpty() || edition.force) {
            return;
        }
        String sentence = "%s is there already%s."
                .formatted(there.getFirst(), there.size() > 1 ? ", with %d other files".formatted(there.size() - 1) : "");
        boolean replace = house.terminal().isInteractive()
                && house.terminal()
                        .prompt()
                        .apply(sentence + " Replace? [y/N] ")
                        .filter(answer -> String.valueOf(answer).strip().equalsIgnoreCase("y"))
                        .isPresent();
        if (!replace) {
            throw new UsageException(sentence + " Choose another --out or --name, or replace with --force.");
        }
    }

    /// What is written into the folder of a store would be a part of it.
    private static void isOutside(Edition wanted, String store) {
        if (!store.isBlank() && StorePlace.holds(new Location(store), wanted.folder())) {
            throw new UsageException("%s lies in the store, and a store is never written to: choose another --out.".formatted(wanted.folder()));
        }
        for (Path file : EarlierReport.before(wanted).files()) {
            if (!store.isBlank() && StorePlace.holds(new Location(store), file)) {
                throw new UsageException("%s is the store, which is never written to: choose another --name.".formatted(file));
            }
        }
    }

    private void sayEnd(OpenStore open, ReportQuestion question) {
        Moment beginning = question.beginning().orElse(Moment.HEAD);
        boolean byVersion = beginning instanceof Moment.AtVersion || question.moment() instanceof Moment.AtVersion;
        if (byVersion && !question.stream().isEmpty()) {
            open.streams().stream()
                    .filter(one -> one.stream().equals(question.stream()))
                    .findFirst()
                    .ifPresent(one -> StreamEnd.say(house.terminal(), one.stream(), one.lastVersion(), beginning, question.moment()));
        }
    }

    private int tell(Published published) {
        Terminal terminal = house.terminal();
        published.files().forEach(terminal.out()::println);
        if (published.cleared() > 0) {
            terminal.say("%,d unfinished files of an earlier run were cleared away.".formatted(published.cleared()));
        }
        if (!published.removed().isEmpty()) {
            terminal.say("Files of the earlier report that this one does not have were removed: %s."
                    .formatted(published.removed().stream()
                            .map(old -> String.valueOf(old.getFileName()))
                            .collect(Collectors.joining(", "))));
        }
        terminal.say("SHA-256 of the manifest's content: " + published.contentSha256());
        terminal.say("To repeat the run: hindcast report --reperform " + published.manifest());
        if (!published.isComplete()) {
            terminal.say("The run was stopped. The report is partial, and says so.");
            return ExitCode.PARTIAL;
        }
        return published.hasFindings() ? ExitCode.FOUND : ExitCode.DONE;
    }
}
