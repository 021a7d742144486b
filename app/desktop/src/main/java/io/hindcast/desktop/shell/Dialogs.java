package io.hindcast.desktop.shell;

import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.publish.ReportRun;
import io.hindcast.audit.publish.Tool;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.audit.template.ReviewMarks;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.mapping.MappingModel;
import io.hindcast.desktop.mapping.MappingView;
import io.hindcast.desktop.marks.MarkBook;
import io.hindcast.desktop.mask.MaskModel;
import io.hindcast.desktop.mask.MaskView;
import io.hindcast.desktop.open.OpenModel;
import io.hindcast.desktop.open.OpenView;
import io.hindcast.desktop.open.Opening;
import io.hindcast.desktop.open.RecentStores;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.report.RememberedCover;
import io.hindcast.desktop.report.ReportModel;
import io.hindcast.desktop.report.ReportView;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.whatif.ReplaceView;
import io.hindcast.desktop.whatif.WhatIfModel;
import io.hindcast.desktop.workspace.WorkspaceModel;
import io.hindcast.desktop.workspace.WorkspaceView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import javafx.geometry.Pos;

/// The dialogs of the window: each is shown over it, one at a time.
final class Dialogs {
    private final Overlay overlay;
    private final Focus focus;
    private final Opening opening;
    private final Texts texts;
    private final WhatIfModel whatIf;
    private final MaskModel masks;
    private final ReportModel reports;

    /// @param book the marks that go into reports
    /// @param cover what was written on the last report
    Dialogs(
            Overlay overlay,
            Focus focus,
            Opening opening,
            WhatIfModel whatIf,
            MaskModel masks,
            MarkBook book,
            RememberedCover cover,
            Texts texts) {
        this.overlay = overlay;
        this.focus = focus;
        this.opening = opening;
        this.whatIf = whatIf;
        this.masks = masks;
        this.texts = texts;
        reports = new ReportModel(
                focus, reportDesk(), cover, () -> book.marks().map(ReviewMarks::of).orElse(ReviewMarks.NONE));
    }

    /// Lets the person open a store.
    void open() {
        overlay.show(new OpenView(
                new OpenModel(focus, opening), new OpenView.Doors(overlay::hide, this::map, this::workspace)), Pos.CENTER);
    }

    /// Lets the person say what the columns of a store mean that nobody recognised.
    void map(OpenRequest refused) {
        var model = new MappingModel(
                focus.work(), opening.opener(), opening::masksFor, refused, opening::open);
        overlay.show(new MappingView(model, texts.text("mapping.keep"), this::open), Pos.CENTER);
    }

    /// Lets the person put several stores together; begins with what is open.
    void workspace() {
        var model = new WorkspaceModel(
                focus.work(), opening.opener(), name -> Optional.ofNullable(System.getenv(name)));
        focus.storeProperty().get().ifPresent(model::beginWith);
        show(model);
    }

    private void show(WorkspaceModel model) {
        var recent = opening.recent().entries().stream().map(RecentStores.Entry::location).toList();
        overlay.show(
                new WorkspaceView(
                        model,
                        recent,
                        new WorkspaceView.Doors(
                                overlay::hide, file -> opening.open(OpenRequest.of(new Location(file.toString()))), request -> map(model, request))),
                Pos.CENTER);
    }

    /// The mapping counts for the store of the workspace, and is written beside the workspace when that is saved.
    private void map(WorkspaceModel model, OpenRequest request) {
        var mapping = new MappingModel(focus.work(), opening.opener(), opening::masksFor, request, kept -> {
            model.mapped(kept);
            show(model);
        });
        overlay.show(new MappingView(mapping, texts.text("mapping.keepOnly"), () -> show(model)), Pos.CENTER);
    }

    /// The rules for what is not shown, and lifting them.
    void masks() {
        if (focus.storeProperty().get().isPresent()) {
            overlay.show(new MaskView(masks, overlay::hide), Pos.CENTER);
        }
    }

    /// Lets the person write another body for the focused event.
    void replaceBody() {
        whatIf.event()
                .ifPresent(event -> overlay.show(new ReplaceView(whatIf, event, overlay::hide), Pos.CENTER));
    }

    /// Lets the person make a report.
    void report(ReportWish wish) {
        overlay.show(new ReportView(reports, wish, overlay::hide, Dialogs::openOutside), Pos.CENTER);
    }

    private static ReportDesk reportDesk() {
        var formats = new ReportFormats(ServiceLoader.load(ReportFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
        return new ReportDesk(
                formats, new ReportRun(Clock.systemUTC(), System.getProperty("user.name", ""), Tool.ofThis()));
    }

    /// Shows a folder with what the system has for it. A virtual thread: the desktop may take its time to answer.
    private static void openOutside(Path folder) {
        Thread.ofVirtual().start(() -> {
            try {
                new ProcessBuilder(opener(), folder.toString()).start();
            } catch (IOException _) {
                // the path stands in the dialog
            }
        });
    }

    private static String opener() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("windows") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
    }
}
