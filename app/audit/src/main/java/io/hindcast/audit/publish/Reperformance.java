package io.hindcast.audit.publish;

import io.hindcast.audit.publish.Manifest.Stated;
import io.hindcast.audit.mask.ReportMask;
import io.hindcast.audit.report.Attachment;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.Rendering;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.ReportTemplates;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Repeats the run of a manifest and compares its evidence with what the manifest states.
public final class Reperformance {
    private final Manifest manifest;
    private final Path folder;
    private final List<ReportFormat> evidence;

    /// @param folder where the files of the report lie, to show what differs
    /// @param evidence the formats that are compared
    public Reperformance(Manifest manifest, Path folder, List<ReportFormat> evidence) {
        this.manifest = manifest;
        this.folder = folder;
        this.evidence = List.copyOf(evidence);
    }

    /// How a second run compares.
    public sealed interface Outcome {
        /// Every file of evidence has the same bytes.
        ///
        /// @param files how many were compared
        record Identical(int files) implements Outcome {}

        /// Something differs.
        ///
        /// @param first what is seen first, as sentences
        record Differs(String first) implements Outcome {}

        /// It was stopped.
        record Partial() implements Outcome {}
    }

    /// Blocks.
    ///
    /// @throws PublishFailure when there is no room for the second run's files
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public Outcome run(OpenStore store, FoldUsed fold, Progress progress, Cancellation cancellation) {
        return run(store, fold, Masking.NONE, progress, cancellation);
    }

    /// @param masking the masks of the manifest, ready for this store
    public Outcome run(
            OpenStore store, FoldUsed fold, Masking masking, Progress progress, Cancellation cancellation) {
        if (!masking.keyFingerprint().equals(manifest.maskKeyFingerprint())) {
            return new Outcome.Differs("The key of the masks is another one than that of the report.");
        }
        if (!manifest.isIntact()) {
            return new Outcome.Differs("The manifest's content does not have the hash that it states: it was changed.");
        }
        if (!fold.fold().digest().equals(manifest.foldDigest())) {
            return new Outcome.Differs("The fold differs: the report used \"%s\" with the digest %s, this run \"%s\" with %s."
                    .formatted(
                            manifest.foldName(),
                            manifest.foldDigest(),
                            fold.fold().name(),
                            fold.fold().digest()));
        }
        try {
            Path place = Files.createTempDirectory("hindcast-reperform");
            try (var files = new Folder(place, Files::newOutputStream)) {
                return repeat(store, fold, masking, files, progress, cancellation);
            } finally {
                remove(place);
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new PublishFailure("The second run could not write its files: " + failure.getMessage() + ".", failure);
        }
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(place);
    }

    private Outcome repeat(
            OpenStore store,
            FoldUsed fold,
            Masking masking,
            Folder files,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        ReportQuestion question = manifest.question();
        try (var asked = new ReportTemplates(store)
                .ask(
                        question,
                        fold.fold(),
                        manifest.foldOrigin(),
                        Optional.of(manifest.horizon()),
                        manifest.marks(),
                        progress,
                        cancellation)) {
            if (!asked.gathered().isComplete()) {
                return new Outcome.Partial();
            }
            Rendering rendering = rendering(question);
            Report report = new ReportMask(new AnswerMask(masking, new MaskLog()), question).over(asked.gathered().report());
            for (ReportFormat format : evidence) {
                format.write(report, rendering, files);
            }
        }
        Optional<String> difference = firstDifference(files.written());
        return difference
                .<Outcome>map(Outcome.Differs::new)
                .orElseGet(() -> new Outcome.Identical(manifest.evidence().size()));
    }

    private Rendering rendering(ReportQuestion question) {
        return new Rendering(
                manifest.base(),
                Cover.EMPTY,
                new ReportTexts(Cover.Language.EN, question.zone()),
                question.zone(),
                Instant.EPOCH,
                "",
                "",
                List.of(),
                Long.MAX_VALUE,
                manifest.byteOrderMark());
    }

    private Optional<String> firstDifference(List<Attachment> second) throws IOException {
        Map<String, Attachment> byName =
                second.stream().collect(Collectors.toMap(Attachment::name, Function.identity()));
        for (Stated stated : manifest.evidence()) {
            Attachment now = byName.remove(stated.name());
            if (now == null) {
                return Optional.of("The second run makes no file " + stated.name() + ".");
            }
            if (!now.sha256().equals(stated.sha256())) {
                return Optional.of(explain(stated, now));
            }
        }
        return byName.keySet().stream().findFirst().map(name -> "The report had no file " + name + ".");
    }

    private String explain(Stated stated, Attachment now) throws IOException {
        Path before = folder.resolve(stated.name());
        if (!Files.exists(before)) {
            return "%s differs: its SHA-256 was %s and is %s now. The file itself is not beside the manifest."
                    .formatted(stated.name(), stated.sha256(), now.sha256());
        }
        return FirstDifference.between(stated.name(), before, now.file())
                .orElse("%s beside the manifest is not the file that the manifest states, but the second run makes the same."
                        .formatted(stated.name()));
    }
}
