package io.hindcast.cli;

import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.WorkbookOut;
import io.hindcast.connector.Location;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StorePlace;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.workspace.CombinedSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options that every verb over a store shares.
final class StoreOptions {
    static final String TRUSTED = "A fold in a jar is code: it runs as it is, with all rights of this program. Name only jars you trust.";

    /// Stands where a fold file would be named.
    private static final String PROPOSED = "proposed";

    @Parameters(
            index = "0",
            paramLabel = "STORE",
            description = "A path, a URL (jdbc:postgresql://host/database), or sample:ledger.")
    String store = "";

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--fold", paramLabel = "FILE", description = "Fold rules: a file, or the name of an installed fold (see `hindcast folds`); `proposed` infers some from the snapshots. Else those beside the store, else merge.")
    @Nullable Path foldFile;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC", description = "Zone of dates and tables (UTC).")
    String zoneName = "UTC";

    @Mixin
    OutputOption output = new OutputOption();

    /// Opens the store; a zone that does not exist and a file that does are refused first, whether or not it is needed.
    OpenStore open(House house) {
        zone();
        mayWrite();
        OpenStore open = house.opener().get().open(connection.request(store, house.terminal()));
        if (open.source() instanceof CombinedSource combined) {
            combined.missing().forEach(one -> house.terminal().say("Not here: " + one.sentence()));
        }
        return open;
    }

    /// A workbook goes only into a file that is not there yet.
    void mayWrite() {
        if (workbook != null) {
            refuseWorkbook(workbook);
        }
    }

    /// @throws UsageException for fewer rows than none
    static void checkLimit(long limit) {
        if (limit < 0) {
            throw new UsageException("--limit %d is no number of rows; write 0 or more.".formatted(limit));
        }
    }

    ZoneId zone() {
        try {
            return ZoneId.of(zoneName);
        } catch (DateTimeException _) {
            throw new UsageException((zoneName.isBlank() ? "--zone is empty" : "There is no time zone " + zoneName) + "; write one like Europe/Zurich or UTC.");
        }
    }

    @Option(
            names = "--xlsx",
            paramLabel = "FILE",
            description = "Write the rows into this new file, as a workbook with typed cells, instead of printing them.")
    @Nullable Path workbook;

    /// Where the answer goes.
    Appendable out(Terminal terminal) {
        Path file = workbook;
        if (file == null) {
            return terminal.out();
        }
        return new WorkbookOut(file, Fields.of("store", new Text(store)).with("zone", new Text(zone().getId())), terminal.curtain().answers());
    }

    private void refuseWorkbook(Path file) {
        if (output.format != null && output.format != Format.CSV) {
            throw new UsageException("--xlsx writes a workbook; leave --output out.");
        }
        if (StorePlace.holds(new Location(store), file)) {
            throw new UsageException("%s is the store or lies in it, and a store is never written to: name another file.".formatted(file));
        }
        if (Files.exists(file)) {
            throw new UsageException("There is a file " + file + " already; name one that is not there yet.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("There is no folder for " + file + ".");
        }
    }

    /// A workbook has the columns of CSV.
    Format format(Terminal terminal) {
        return workbook != null ? Format.CSV : output.chosen(terminal);
    }

    Moment moment(String text) {
        return MomentText.parse(text, zone())
                .orElseThrow(() -> new UsageException(
                        "%s is no moment; write head, v37, #12345, an instant, a date-time or a date."
                                .formatted(text.isBlank() ? "Nothing" : text)));
    }

    /// A date that was written, if one was.
    Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException _) {
            throw new UsageException(text + " is no date; write one like 2026-03-31.");
        }
    }

    Fold fold(House house, OpenStore store) {
        if (foldFile == null) {
            store.foldComplaints().forEach(house.terminal()::say);
            return store.defaultFold();
        }
        return fold(house, store, foldFile);
    }

    /// @throws UsageException with what is wrong when a file holds no fold
    static void requireFold(House house, Path foldFile) {
        compiled(house, foldFile);
    }

    /// The fold of a file, or the proposed one.
    static Fold fold(House house, OpenStore store, Path foldFile) {
        if (foldFile.toString().equals(PROPOSED)) {
            return proposed(house, store);
        }
        return compiled(house, foldFile);
    }

    private static Fold compiled(House house, Path foldFile) {
        warnOfCode(house, foldFile);
        return switch (house.folds().read(foldFile)) {
            case Compiled.Ready(Fold fold, List<Diagnostic> warnings) -> {
                warnings.forEach(warning -> house.terminal().say(FoldFinder.shown(warning)));
                yield fold;
            }
            case Compiled.Rejected(List<Diagnostic> errors) ->
                throw new UsageException(errors.stream()
                        .map(error -> (error.line() > 0 ? foldFile.getFileName() + ", " : "") + FoldFinder.shown(error))
                        .collect(Collectors.joining(System.lineSeparator())));
        };
    }

    static void warnOfCode(House house, Path foldFile) {
        if (house.folds().isCode(foldFile)) {
            house.terminal().say(TRUSTED);
        }
    }

    private static Fold proposed(House house, OpenStore store) {
        Proposal proposal = Proposing.from(store, house.terminal());
        if (proposal.snapshots() == 0) {
            throw new UsageException("No fold can be proposed: the store holds no snapshots that could be compared.");
        }
        house.terminal()
                .say("The proposed rules explain %,d of %,d sampled snapshots."
                        .formatted(proposal.explained(), proposal.snapshots()));
        return proposal.fold();
    }
}
