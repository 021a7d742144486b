package io.hindcast.audit.publish;

import io.hindcast.audit.mask.ReportMask;
import io.hindcast.audit.report.Attachment;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.Rendering;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.audit.template.Gathered;
import io.hindcast.audit.template.NothingThere;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.ReportTemplates;
import io.hindcast.audit.template.ReviewMarks;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.engine.whatif.Hypothesis;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One run: a question to a store, and its answer as files.
///
/// First the evidence is written, then the manifest's content is known and hashed, then everything that carries the hash;
/// the manifest gets its name last, so that a folder with a manifest has the whole report.
public final class ReportRun {
    private final Clock clock;
    private final String user;
    private final Tool tool;
    private final Folder.Opening opening;

    /// @param user whom the operating system says is working
    public ReportRun(Clock clock, String user, Tool tool) {
        this(clock, user, tool, Files::newOutputStream);
    }

    ReportRun(Clock clock, String user, Tool tool, Folder.Opening opening) {
        this.clock = clock;
        this.user = user;
        this.tool = tool;
        this.opening = opening;
    }

    /// What a run left behind.
    ///
    /// @param manifest the last of the files
    /// @param cleared how many unfinished files of a killed run were cleared away
    /// @param removed files of the earlier report of this name that were not written anew and meant nothing without it
    public record Published(
            List<Path> files,
            Path manifest,
            String contentSha256,
            boolean isComplete,
            boolean hasFindings,
            int cleared,
            List<Path> removed) {
        public Published {
            files = List.copyOf(files);
            removed = List.copyOf(removed);
        }
    }

    /// A report that takes up no marks; see the other one.
    public Published publish(
            OpenStore store,
            FoldUsed fold,
            ReportQuestion question,
            Map<String, String> settings,
            Edition edition,
            Progress progress,
            Cancellation cancellation) {
        return publish(store, fold, question, ReviewMarks.NONE, settings, edition, AnswerMask.NONE, progress, cancellation);
    }

    /// The same with marks, and with masks over everything that leaves.
    ///
    /// @param marks those that belong to the question are told, and kept in the manifest
    /// @param mask counts what was masked
    public Published publish(
            OpenStore store,
            FoldUsed fold,
            ReportQuestion question,
            ReviewMarks marks,
            Map<String, String> settings,
            Edition edition,
            AnswerMask mask,
            Progress progress,
            Cancellation cancellation) {
        var masks = new ReportMask(mask, question);
        if (masks.hidesQuestion(Hypothesis.in(fold.fold()))) {
            throw new NothingThere(new NothingThere.What.Masked());
        }
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        EarlierReport earlier = earlier(edition);
        try (var folder = new Folder(edition.folder(), opening);
                var asked = new ReportTemplates(store)
                        .ask(question, fold.fold(), fold.origin(), Optional.empty(), marks, progress, cancellation)) {
            int cleared = folder.prepare(edition.base());
            Report report = masks.over(asked.gathered().report()).withAppended(RulesInPrint.of(fold, masks));
            Rendering rendering = rendering(edition, startedAt);
            List<Attachment> evidence = evidence(report, rendering, edition, folder);
            Fields content = new Content(asked.gathering(), asked.gathered(), fold, settings, mask, masks)
                    .of(tool, edition.byteOrderMark(), evidence);
            Manifest manifest = Manifest.of(run(edition, startedAt), content);
            return write(report, asked.gathered(), rendering, edition, folder, evidence, manifest, earlier, cleared);
        } catch (IOException | UncheckedIOException failure) {
            throw new PublishFailure(
                    "The report could not be written to %s (%s). Nothing was left under a final name."
                            .formatted(edition.folder(), reason(failure)),
                    failure);
        }
    }

    /// @throws PublishFailure when it is stamped
    private static EarlierReport earlier(Edition edition) {
        EarlierReport earlier = EarlierReport.before(edition);
        earlier.refusal().ifPresent(sentence -> {
            throw new PublishFailure(sentence);
        });
        return earlier;
    }

    private static String reason(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return Optional.ofNullable(cause.getMessage())
                .orElse(cause.getClass().getSimpleName());
    }

    private Rendering rendering(Edition edition, Instant startedAt) {
        return new Rendering(
                edition.base(),
                edition.cover(),
                new ReportTexts(edition.cover().language(), edition.zone()),
                edition.zone(),
                startedAt,
                tool.toString(),
                "",
                List.of(),
                edition.printedRows(),
                edition.byteOrderMark());
    }

    private static List<Attachment> evidence(Report report, Rendering rendering, Edition edition, Folder folder)
            throws IOException {
        for (ReportFormat format : edition.evidence()) {
            format.write(report, rendering, folder);
        }
        return folder.written();
    }

    private Published write(
            Report report,
            Gathered gathered,
            Rendering before,
            Edition edition,
            Folder folder,
            List<Attachment> evidence,
            Manifest manifest,
            EarlierReport earlier,
            int cleared)
            throws IOException {
        String name = edition.base() + Manifest.ENDING;
        write(manifest, name, folder);
        var attachments = new ArrayList<>(evidence);
        attachments.add(folder.written().getLast());
        Rendering rendering = before.with(manifest.contentSha256(), attachments);
        for (ReportFormat format : edition.formats()) {
            if (!format.isEvidence()) {
                format.write(report, rendering, folder);
            }
        }
        folder.drop(name);
        dropUnwanted(edition, evidence, folder);
        write(manifest.withFiles(folder.written()), name, folder);
        List<Path> files = folder.finish(earlier.ofManifest());
        return new Published(
                files,
                files.getLast(),
                manifest.contentSha256(),
                gathered.isComplete(),
                gathered.hasFindings(),
                cleared,
                earlier.ofManifest().stream().filter(old -> !files.contains(old)).toList());
    }

    /// Evidence that was not asked for as files of its own.
    private static void dropUnwanted(Edition edition, List<Attachment> evidence, Folder folder) throws IOException {
        for (Attachment file : evidence) {
            boolean wanted = edition.evidence().stream()
                    .filter(edition::writes)
                    .anyMatch(format -> file.name().endsWith("." + format.id()));
            if (!wanted) {
                folder.drop(file.name());
            }
        }
    }

    private static void write(Manifest manifest, String name, Folder folder) throws IOException {
        try (OutputStream out = folder.create(name, "application/json")) {
            out.write(manifest.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Fields run(Edition edition, Instant startedAt) {
        Cover cover = edition.cover();
        return Fields.of("base", new Text(edition.base()))
                .with("startedAt", new Text(startedAt.toString()))
                .with("endedAt", new Text(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()))
                .with("user", new Text(user))
                .with("entity", new Text(cover.entity()))
                .with("engagement", new Text(cover.engagement()))
                .with("period", new Text(cover.period()))
                .with("reportId", new Text(cover.reportId()))
                .with("status", new Text(cover.status().name().toLowerCase(Locale.ROOT)))
                .with("preparer", new Text(cover.preparer()))
                .with("reviewer", new Text(cover.reviewer()))
                .with("language", new Text(cover.language().name().toLowerCase(Locale.ROOT)))
                .with("zone", new Text(edition.zone().getId()))
                .with(
                        "formats",
                        new Items(edition.formats().stream()
                                .<StateValue>map(format -> new Text(format.id()))
                                .toList()))
                .with("reperform", new Text("hindcast report --reperform " + edition.base() + Manifest.ENDING));
    }
}
