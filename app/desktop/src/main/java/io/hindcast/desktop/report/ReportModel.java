package io.hindcast.desktop.report;

import io.hindcast.audit.publish.EarlierReport;
import io.hindcast.audit.publish.Edition;
import io.hindcast.audit.publish.FoldUsed;
import io.hindcast.audit.publish.PublishFailure;
import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.publish.ReportRun.Published;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.template.NothingThere;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.ReviewMarks;
import io.hindcast.desktop.focus.FailureWords;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.question.LongJob;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.session.OpenStore;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Makes reports away from the screen's thread.
public final class ReportModel {
    private final Focus focus;
    private final ReportDesk desk;
    private final RememberedCover remembered;
    private final Supplier<ReviewMarks> marks;
    private final LongJob job;
    private final Texts texts = Texts.of(ReportModel.class);
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// How a run ended, or why it did not begin.
    public sealed interface Outcome {
        record Written(Published published) implements Outcome {}

        /// Files of an earlier report are there, and nobody said that they may be replaced.
        record Exists(Path first, int others) implements Outcome {}

        /// A report that carries a time stamp is there; it is not replaced, whoever says so.
        record Stamped(Path token) implements Outcome {}

        /// @param sentence for the person
        record Failed(String sentence) implements Outcome {}
    }

    /// @param marks of the open store, asked for when a report begins
    public ReportModel(Focus focus, ReportDesk desk, RememberedCover remembered, Supplier<ReviewMarks> marks) {
        this.marks = marks;
        this.focus = focus;
        this.desk = desk;
        this.remembered = remembered;
        this.job = new LongJob(focus.work());
    }

    /// What the person asks for.
    ///
    /// @param mayReplace whether files of an earlier report may go
    public record Request(
            ReportQuestion question, Cover cover, Path folder, List<ReportFormat> formats, boolean mayReplace) {
        public Request {
            formats = List.copyOf(formats);
        }
    }

    void write(Request request) {
        if (focus.storeProperty().get().isEmpty()) {
            return;
        }
        if (isInStore(edition(request))) {
            outcome.set(Optional.of(new Outcome.Failed(texts.text("report.isStore"))));
            return;
        }
        OpenStore store = focus.storeProperty().get().get();
        remembered.remember(new RememberedCover.Kept(
                request.cover(),
                request.folder().toString(),
                String.join(",", request.formats().stream().map(ReportFormat::id).toList())));
        FoldUsed fold = fold(store);
        AnswerMask mask = mask();
        ReviewMarks taken = marks.get();
        outcome.set(Optional.empty());
        job.start(
                (progress, cancellation) -> exists(request, edition(request))
                        .orElseGet(() -> new Outcome.Written(desk.run()
                                .publish(
                                        store,
                                        fold,
                                        request.question(),
                                        taken,
                                        Map.of(),
                                        edition(request),
                                        mask,
                                        progress,
                                        cancellation))),
                arrived -> outcome.set(Optional.of(arrived)),
                failure -> outcome.set(Optional.of(new Outcome.Failed(sentence(failure)))));
    }

    private boolean isInStore(Edition edition) {
        return focus.isStore(edition.folder())
                || EarlierReport.before(edition).files().stream().anyMatch(focus::isStore);
    }

    /// A report shows everything or masks everywhere: what is revealed for one stream counts for the window alone.
    private AnswerMask mask() {
        return focus.masks().hidesAnything()
                ? new AnswerMask(focus.masks().rules().masking(), new MaskLog())
                : AnswerMask.NONE;
    }

    private static Optional<Outcome> exists(Request request, Edition edition) {
        EarlierReport earlier = EarlierReport.before(edition);
        if (earlier.stamp().isPresent()) {
            return Optional.of(new Outcome.Stamped(earlier.stamp().get()));
        }
        List<Path> there = earlier.files();
        return there.isEmpty() || request.mayReplace()
                ? Optional.empty()
                : Optional.of(new Outcome.Exists(there.getFirst(), there.size() - 1));
    }

    private Edition edition(Request request) {
        return new Edition(
                request.folder(),
                request.question().template().id(),
                request.formats(),
                desk.formats().evidence(),
                request.cover(),
                request.question().zone(),
                Edition.PRINTED_ROWS,
                false);
    }

    /// The fold on the screen: a hypothesis goes along, and every page says so.
    private FoldUsed fold(OpenStore store) {
        return focus.foldProperty()
                .get()
                .map(use -> new FoldUsed(use.fold(), use.origin(), use.text(focus.masks())))
                .orElseGet(() -> new FoldUsed(store.defaultFold(), store.foldOrigin(), store.foldText()));
    }

    private String sentence(Throwable failure) {
        return switch (failure) {
            case PublishFailure unwritten -> new FailureWords().of(String.valueOf(unwritten.getMessage()));
            case NothingThere nothing -> focus.masks().text(new Refusals().of(nothing));
            default -> Notice.of(failure).sentence();
        };
    }

    public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    LongJob job() {
        return job;
    }

    Focus focus() {
        return focus;
    }

    ReportDesk desk() {
        return desk;
    }

    RememberedCover remembered() {
        return remembered;
    }

    /// The zone in which dates of the question are meant.
    ZoneId zone() {
        return focus.zoneProperty().get();
    }
}
