package io.hindcast.desktop.shell;

import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.publish.ReportRun;
import io.hindcast.audit.publish.Tool;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.audit.template.ReviewMarks;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.SourceInfo;
import io.hindcast.desktop.compare.CompareModel;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.fold.Draft;
import io.hindcast.desktop.fold.DraftView;
import io.hindcast.desktop.fold.FoldModel;
import io.hindcast.desktop.mapping.MappingModel;
import io.hindcast.desktop.mapping.MappingView;
import io.hindcast.desktop.marks.MarkBook;
import io.hindcast.desktop.marks.MarkDesk;
import io.hindcast.desktop.marks.MarksModel;
import io.hindcast.desktop.mask.MaskModel;
import io.hindcast.desktop.mask.MaskPill;
import io.hindcast.desktop.mask.MaskView;
import io.hindcast.desktop.mask.RevealBanner;
import io.hindcast.desktop.open.OpenModel;
import io.hindcast.desktop.open.OpenView;
import io.hindcast.desktop.open.Opening;
import io.hindcast.desktop.open.RecentStores;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.report.RememberedCover;
import io.hindcast.desktop.report.ReportModel;
import io.hindcast.desktop.report.ReportView;
import io.hindcast.desktop.status.StatusView;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.desktop.whatif.ReplaceView;
import io.hindcast.desktop.whatif.WhatIfBanner;
import io.hindcast.desktop.whatif.WhatIfModel;
import io.hindcast.desktop.workspace.WorkspaceModel;
import io.hindcast.desktop.workspace.WorkspaceView;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.fold.propose.RulesProposer;
import io.hindcast.engine.fold.propose.StoreSampler;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.PersonFolder;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.engine.workspace.CombinedSource;
import io.hindcast.engine.workspace.Missing;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The one window: header above, panes in the middle, or a welcome while no store is open.
public final class MainWindow {
    /// Every panel of the window; a test walks through all of them.
    static final List<String> PANELS =
            List.of(
                    "streams", "events", "detail", "state", "compare", "value", "editor", "fold", "whatif", "clocks", "blame",
                    "question", "mask", "states", "rollforward", "find", "verify", "integrity",
                    "sign", "marks", "transport", "status", "open", "mapping", "workspace", "report", "shell");

    /// How long a text rests before it is tried.
    private static final Duration TYPING = Duration.ofMillis(250);

    private final Texts texts = Texts.of(MainWindow.class);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final BorderPane page = new BorderPane();
    private final Overlay overlay = new Overlay(page);
    private final Scene scene;
    private final Focus focus;
    private final Opening opening;
    private final FoldModel folds;
    private final Workbench workbench;
    private final WhatIfModel whatIf;
    private final MarkDesk marks;
    private final MaskModel masks;
    private final ReportModel reports;
    private final Header header;
    private final StatusView status;
    private final List<ActionGroup> groups;
    private final List<Action> actions;

    /// @param book the marks of the store that is looked at
    public MainWindow(
            Focus focus, Opening opening, CompareModel.Testing testing, MarkBook book, int width, int height) {
        this.focus = focus;
        this.opening = opening;
        folds = new FoldModel(focus, installedFolds(), MainWindow::propose);
        var draft = new Draft(folds, MainWindow::propose, testing::test, TYPING);
        var marksModel = new MarksModel(focus, book, new MarkWords(focus::masks));
        marks = new MarkDesk(marksModel, dialog -> overlay.show(dialog, Pos.CENTER), overlay::hide);
        workbench = new Workbench(focus, testing, folds, new DraftView(draft, PersonFolder.configuration(System.getProperties(), System.getenv()).resolve("folds")), marks, marksModel, this::report);
        var goTo = new GoTo(focus, text -> focus.tell(Notice.warning(texts.text("goto.unknown", text))));
        header = new Header(
                focus,
                texts,
                new Header.Wishes(this::openDialog, this::report, this::palette, this::otherTheme, this::keys, goTo::go));
        status = new StatusView(focus);
        whatIf = new WhatIfModel(focus);
        masks = new MaskModel(focus, opening.maskDesk());
        status.put(new MaskPill(masks, this::masks));
        reports = new ReportModel(focus, reportDesk(), RememberedCover.ofPerson(firstCover()), () -> book.marks().map(ReviewMarks::of).orElse(ReviewMarks.NONE));
        workbench.events().offer(
                menuItem("action.mute", whatIf::muteOrNot),
                menuItem("action.replace", this::replaceBody),
                menuItem("action.recorded", whatIf::takeAllBack));
        groups = new Actions(focus, workbench, this).groups();
        actions = groups.stream().flatMap(it -> it.actions().stream()).toList();
        page.getStyleClass().add("main-window");
        page.setTop(new VBox(header, new NoticeBar(focus, texts.text("notice.dismiss")),
                new WhatIfBanner(whatIf, workbench::showSupposed), new RevealBanner(masks)));
        page.setBottom(status);
        scene = new Scene(overlay, width, height);
        scene.getStylesheets().add(Theme.sceneSheet());
        PANELS.forEach(panel -> scene.getStylesheets().add(sheet(panel)));
        new Keys(actions).listenTo(scene);
        new WholeWords().watch(scene);
        new FirstLook(focus);
        theme.subscribe(Theme::apply);
        focus.storeProperty().subscribe(this::show);
        opening.refusedProperty().subscribe((_, refused) -> refused.ifPresent(this::refused));
    }

    private void show(Optional<OpenStore> store) {
        if (store.isEmpty()) {
            page.setCenter(new Welcome(
                    texts,
                    opening.recent().entries(),
                    this::openDialog,
                    () -> open(OpenModel.SAMPLE),
                    this::open));
            return;
        }
        page.setCenter(workbench);
        overlay.hide();
        workbench.events().takeKeys();
        SourceInfo info = store.get().info();
        focus.tell(Notice.information(texts.text(
                "opened", info.system(), info.layout(), String.join("; ", info.recognisedBy()))));
        tellMissing(store.get());
        if (!store.get().foldComplaints().isEmpty()) {
            focus.tell(Notice.warning(
                    texts.text("opened.fold", String.join("; ", store.get().foldComplaints()))));
        }
    }

    private void tellMissing(OpenStore store) {
        if (store.source() instanceof CombinedSource combined && !combined.missing().isEmpty()) {
            focus.tell(Notice.warning(texts.text(
                    "opened.missing",
                    combined.missing().size(),
                    combined.missing().stream().map(Missing::sentence).collect(Collectors.joining(" ")))));
        }
    }

    private void open(String location) {
        opening.open(OpenRequest.of(new Location(location)));
    }

    private void refused(Notice notice) {
        if (!overlay.isShowing()) {
            focus.tell(notice);
        }
    }

    private MenuItem menuItem(String key, Runnable what) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> what.run());
        return item;
    }

    /// Lets the person write another body for the focused event.
    void replaceBody() {
        whatIf.event()
                .ifPresent(event -> overlay.show(new ReplaceView(whatIf, event, overlay::hide), Pos.CENTER));
    }

    List<Action> actions() {
        return actions;
    }

    StatusView status() {
        return status;
    }

    MarkDesk marks() {
        return marks;
    }

    WhatIfModel whatIf() {
        return whatIf;
    }

    Workbench workbench() {
        return workbench;
    }

    void openDialog() {
        overlay.show(new OpenView(
                new OpenModel(focus, opening), new OpenView.Doors(overlay::hide, this::map, this::workspaceDialog)), Pos.CENTER);
    }

    /// Lets the person say what the columns of a store mean that nobody recognised.
    void map(OpenRequest refused) {
        var model = new MappingModel(
                focus.work(), opening.opener(), opening::masksFor, refused, opening::open);
        overlay.show(new MappingView(model, texts.text("mapping.keep"), this::openDialog), Pos.CENTER);
    }

    /// Lets the person put several stores together; begins with what is open.
    void workspaceDialog() {
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
                                overlay::hide, file -> open(file.toString()), request -> map(model, request))),
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

    MaskModel maskModel() {
        return masks;
    }

    /// Lets the person make a report of what is looked at.
    void report() {
        if (focus.storeProperty().get().isPresent()) {
            report(workbench.reportWish());
        }
    }

    private void report(ReportWish wish) {
        overlay.show(new ReportView(reports, wish, overlay::hide, MainWindow::openOutside), Pos.CENTER);
    }

    private static ReportDesk reportDesk() {
        var formats = new ReportFormats(ServiceLoader.load(ReportFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
        return new ReportDesk(
                formats, new ReportRun(Clock.systemUTC(), System.getProperty("user.name", ""), Tool.ofThis()));
    }

    private static RememberedCover.Kept firstCover() {
        return new RememberedCover.Kept(
                Cover.in(Locale.getDefault()), Path.of(System.getProperty("user.home", ""), "hindcast-reports").toString(), "pdf,xlsx");
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

    /// The command that prints what is looked at, for the clipboard.
    void copyCommand() {
        new CommandCopy(focus, workbench::view, texts).copy();
    }

    void palette() {
        overlay.show(new Palette(actions, texts, overlay::hide), Pos.TOP_CENTER);
    }

    void keys() {
        overlay.show(new KeyList(groups, texts), Pos.CENTER);
    }

    void goTo() {
        header.goTo();
    }

    private static FoldFinder installedFolds() {
        return new FoldFinder(ServiceLoader.load(FoldLanguage.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList(), FoldFinder.usualFolders(System.getProperties(), System.getenv()));
    }

    private static Proposal propose(OpenStore store, Progress progress, Cancellation cancellation) {
        var sample = new StoreSampler(store.source(), store.decoder(), StoreSampler.Bounds.USUAL)
                .sample(progress, cancellation);
        return new RulesProposer().propose(sample, cancellation);
    }

    /// Lets the person choose a file of rules.
    void chooseFold() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.text("action.chooseFold"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(
                "*.yaml, *.js, *.ts, *.jar", "*.yaml", "*.yml", "*.js", "*.mjs", "*.ts", "*.mts", "*.jar"));
        File file = chooser.showOpenDialog(scene.getWindow());
        if (file != null) {
            folds.choose(file.toPath());
        }
    }

    FoldModel folds() {
        return folds;
    }

    void otherTheme() {
        theme.set(theme.get().isDark() ? Theme.LIGHT : Theme.DARK);
    }

    /// High contrast, or what the desktop has.
    void contrast() {
        theme.set(theme.get() == Theme.CONTRAST ? Theme.SYSTEM : Theme.CONTRAST);
    }

    /// Takes away what lies over the window; else gives the keys back to the panes.
    void escape() {
        if (overlay.isShowing()) {
            overlay.hide();
        } else {
            workbench.transport().pause();
            focus.dismissNotice();
            workbench.events().takeKeys();
        }
    }

    private static String sheet(String panel) {
        String path = "/io/hindcast/desktop/" + panel + "/" + panel + ".css";
        URL url = MainWindow.class.getResource(path);
        return Objects.requireNonNull(url, path).toExternalForm();
    }

    public Scene scene() {
        return scene;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }
}
