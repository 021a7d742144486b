package io.hindcast.desktop.shell;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.SourceInfo;
import io.hindcast.desktop.compare.CompareModel;
import io.hindcast.desktop.focus.FailureWords;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.fold.Draft;
import io.hindcast.desktop.fold.DraftView;
import io.hindcast.desktop.fold.FoldModel;
import io.hindcast.desktop.marks.MarkBook;
import io.hindcast.desktop.marks.MarkDesk;
import io.hindcast.desktop.marks.MarksModel;
import io.hindcast.desktop.mask.MaskModel;
import io.hindcast.desktop.mask.MaskPill;
import io.hindcast.desktop.mask.RevealBanner;
import io.hindcast.desktop.open.OpenModel;
import io.hindcast.desktop.open.Opening;
import io.hindcast.desktop.status.StatusView;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.desktop.whatif.WhatIfBanner;
import io.hindcast.desktop.whatif.WhatIfModel;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.fold.propose.RulesProposer;
import io.hindcast.engine.fold.propose.StoreSampler;
import io.hindcast.engine.link.LookLink;
import io.hindcast.engine.link.LookMistake;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.engine.workspace.CombinedSource;
import io.hindcast.engine.workspace.Missing;
import java.io.File;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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

    /// From this width on there is room for three columns of keys.
    private static final double ROOMY = 1380;

    private final Texts texts = Texts.of(MainWindow.class);
    private final FailureWords words = new FailureWords();
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
    private final Dialogs dialogs;
    private final Header header;
    private final StatusView status;
    private final Copies copies;
    private final Visits visits;
    private final List<ActionGroup> groups;
    private final List<Action> actions;

    /// @param book the marks of the store that is looked at
    /// @param own what belongs to the person who looks
    public MainWindow(
            Focus focus, Opening opening, CompareModel.Testing testing, MarkBook book, Belongings own, int width, int height) {
        this.focus = focus;
        this.opening = opening;
        whatIf = new WhatIfModel(focus);
        masks = new MaskModel(focus, opening.maskDesk());
        dialogs = new Dialogs(overlay, focus, opening, whatIf, masks, book, own.cover(), texts);
        folds = new FoldModel(focus, own.installed(), MainWindow::propose);
        var draft = new Draft(folds, MainWindow::propose, testing::test, TYPING);
        var marksModel = new MarksModel(focus, book, new MarkWords(focus::masks));
        marks = new MarkDesk(marksModel, dialog -> overlay.show(dialog, Pos.CENTER), overlay::hide);
        workbench = new Workbench(
                focus, testing, folds, new DraftView(draft, own.folds()), marks, marksModel, dialogs::report);
        var goTo = new GoTo(focus, workbench::takeKeys, text -> focus.tell(Notice.warning(texts.text("goto.unknown", text))));
        copies = new Copies(focus, workbench, texts);
        header = new Header(
                focus,
                texts,
                new Header.Wishes(
                        this::openDialog, this::report, copies::copyLink, copies::copyCommand, copies::copyCitation,
                        this::palette, this::otherTheme, this::keys, text -> go(goTo, text)));
        status = new StatusView(focus);
        status.put(new MaskPill(masks, this::masks));
        workbench.events().offer(
                menuItem("action.mute", whatIf::muteOrNot),
                menuItem("action.replace", this::replaceBody),
                menuItem("action.recorded", whatIf::takeAllBack),
                menuItem("action.copyLink", copies::copyLink),
                menuItem("action.copyCitation", copies::copyCitation));
        groups = new Actions(focus, workbench, this).groups();
        actions = groups.stream().flatMap(it -> it.actions().stream()).toList();
        page.getStyleClass().add("main-window");
        page.setTop(new VBox(header, new NoticeBar(focus, texts.text("notice.dismiss")),
                new WhatIfBanner(whatIf, workbench::showSupposed), new RevealBanner(masks)));
        page.setBottom(status);
        scene = new Scene(overlay, width, height);
        scene.getStylesheets().add(Theme.sceneSheet());
        PANELS.forEach(panel -> scene.getStylesheets().add(sheet(panel)));
        new Keys(actions, this::mayDo).listenTo(scene);
        new WholeWords().watch(scene);
        var arrival = new Arrival(focus, workbench, folds, new FirstLook(focus), texts);
        theme.subscribe(Theme::apply);
        focus.storeProperty().subscribe(this::show);
        visits = new Visits(focus, opening, arrival);
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
        overlay.hideAll();
        workbench.takeKeys();
        SourceInfo info = store.get().info();
        focus.tell(Notice.information(texts.text(
                "opened",
                info.system(),
                info.layout(),
                info.recognisedBy().stream().map(words::of).collect(Collectors.joining("; ")))));
        tellMissing(store.get());
        if (!store.get().foldComplaints().isEmpty()) {
            focus.tell(Notice.warning(
                    texts.text("opened.fold", store.get().foldComplaints().stream().map(words::of).collect(Collectors.joining("; ")))));
        }
    }

    private void tellMissing(OpenStore store) {
        if (store.source() instanceof CombinedSource combined && !combined.missing().isEmpty()) {
            focus.tell(Notice.warning(texts.text(
                    "opened.missing",
                    combined.missing().size(),
                    combined.missing().stream().map(Missing::sentence).map(words::of).collect(Collectors.joining(" ")))));
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

    /// What lies below a dialog stays as it is; the list of keys and the palette make way for whatever was asked for.
    private boolean mayDo(Action action) {
        if (!overlay.isShowing() || action.isForDialogs()) {
            return true;
        }
        if (overlay.isDialog()) {
            return false;
        }
        overlay.hide();
        return !overlay.isShowing();
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
        dialogs.open();
    }

    /// Lets the person say what the columns of a store mean that nobody recognised.
    void map(OpenRequest refused) {
        dialogs.map(refused);
    }

    void workspaceDialog() {
        dialogs.workspace();
    }

    /// The rules for what is not shown, and lifting them.
    void masks() {
        dialogs.masks();
    }

    void replaceBody() {
        dialogs.replaceBody();
    }

    /// A report of what is looked at.
    void report() {
        if (focus.storeProperty().get().isPresent()) {
            dialogs.report(workbench.reportWish());
        }
    }

    MaskModel maskModel() {
        return masks;
    }

    /// What is looked at, for the clipboard.
    Copies copies() {
        return copies;
    }

    private void go(GoTo goTo, String text) {
        if (LookLink.isMeant(text)) {
            follow(text);
        } else {
            goTo.go(text);
        }
    }

    /// Goes where a link leads; what is wrong with it is told.
    void follow(String link) {
        switch (LookLink.read(link)) {
            case LookLink.Reading.Read(StoreLook look) -> visits.visit(look);
            case LookLink.Reading.Misread(LookMistake mistake) ->
                focus.tell(Notice.warning(texts.text("link.mistake." + mistake.kind(), mistake.about())));
        }
    }

    /// What is to be kept of the window, absent where no store with a place is open.
    public Optional<Kept> kept() {
        return new WindowLook(focus, workbench).toKeep().map(look -> new Kept(look, workbench.dividers().positions()));
    }

    /// From now on every store is shown as it was left, unless a link leads into it.
    ///
    /// @param how what was kept for a location
    public void showAsLeft(Function<String, Optional<Kept>> how) {
        visits.otherwise(location -> {
            Optional<Kept> kept = how.apply(location);
            kept.map(Kept::dividers).ifPresent(workbench.dividers()::place);
            return kept.map(Kept::look);
        });
    }

    /// Puts a look on the window as soon as its store is opened by somebody.
    public void expect(StoreLook look) {
        visits.expect(look);
    }

    void palette() {
        overlay.glance(new Palette(actions, texts, overlay::hide), Pos.TOP_CENTER);
    }

    void keys() {
        overlay.glance(new KeyList(groups, texts, scene.getWidth() < ROOMY ? 2 : 3), Pos.CENTER);
    }

    void goTo() {
        header.goTo();
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
            workbench.takeKeys();
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

    /// What the axis of the timeline means.
    public ObjectProperty<Axis> axisProperty() {
        return workbench.timeline().axis().valueProperty();
    }
}
