package io.hindcast.desktop;

import io.hindcast.audit.journal.Journals;
import io.hindcast.desktop.DesktopOptions.Said;
import io.hindcast.desktop.compare.CompareModel;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.MaskDesk;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.marks.MarkBook;
import io.hindcast.desktop.marks.Person;
import io.hindcast.desktop.open.Opening;
import io.hindcast.desktop.open.RecentStores;
import io.hindcast.desktop.picture.PictureFile;
import io.hindcast.desktop.shell.Belongings;
import io.hindcast.desktop.shell.Kept;
import io.hindcast.desktop.shell.MainWindow;
import io.hindcast.desktop.shell.Settled;
import io.hindcast.desktop.theme.Fonts;
import io.hindcast.desktop.theme.Mark;
import io.hindcast.desktop.work.Work;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.PersonFolder;
import io.hindcast.engine.session.StoreOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;

/// One run of the window on the screen's thread, from the first store to the exit code.
final class Running {
    private final DesktopOptions options;
    private final CompareModel.Testing testing;
    private final IntConsumer exit;
    private final Focus focus;
    private final Opening opening;
    private boolean hasEnded;
    private Runnable leaving = () -> {};

    Running(StoreOpener opener, CompareModel.Testing testing, DesktopOptions options, IntConsumer exit) {
        this.options = options;
        this.testing = testing;
        this.exit = exit;
        this.focus = new Focus(new Work(Platform::runLater));
        var recent = options.isHeadless() ? new RecentStores(Optional.empty()) : RecentStores.ofPerson();
        this.opening = new Opening(focus, opener, recent, masks(options));
    }

    private static MaskDesk masks(DesktopOptions options) {
        Path folder = PersonFolder.configuration(System.getProperties(), System.getenv());
        return new MaskDesk(
                new MaskFinder(folder, name -> Optional.ofNullable(System.getenv(name))),
                new Journals(folder.resolve("journals"), InstantSource.system(), System.getProperty("user.name", "")),
                options.masks(),
                options.maskKey());
    }

    void start() {
        Fonts.load();
        options.zone().ifPresent(focus.zoneProperty()::set);
        var window = new MainWindow(
                focus, opening, testing, marks(), Belongings.ofPerson(), options.width(), options.height());
        asChosenLast(window);
        var stage = new Stage();
        stage.setTitle("Hindcast");
        stage.getIcons().setAll(Mark.image(32), Mark.image(64), Mark.image(128));
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setScene(window.scene());
        stage.setOnHidden(_ -> finish(Desktop.DONE));
        focus.storeProperty().subscribe(store -> store.ifPresent(it -> {
            stage.setTitle(it.location() + " – Hindcast");
            lookWhereAsked();
        }));
        opening.refusedProperty().subscribe(refused -> refused.ifPresent(this::refused));
        comeBack(window, stage);
        stage.show();
        options.look().ifPresent(window::expect);
        options.request().ifPresent(opening::open);
        if (endsByItself()) {
            new Settled(focus, () -> picture(window)).start();
        }
    }

    /// In the colours that were asked for, else in those chosen last, as is the axis; what is chosen now is kept. A picture is
    /// never painted in colours or on an axis of somebody's own.
    private void asChosenLast(MainWindow window) {
        var last = options.isHeadless() ? new LastLook(Optional.empty()) : LastLook.ofPerson();
        window.themeProperty().set(options.theme().orElseGet(last::theme));
        window.themeProperty().subscribe((_, chosen) -> last.remember(chosen));
        window.axisProperty().set(last.axis());
        window.axisProperty().subscribe((_, chosen) -> last.remember(chosen));
    }

    /// As it was left, and kept again whenever a store is left. A picture has no session.
    private void comeBack(MainWindow window, Stage stage) {
        if (options.isHeadless()) {
            return;
        }
        var sessions = new Sessions(Optional.of(PersonFolder.configuration(System.getProperties(), System.getenv()).resolve("sessions")));
        var place = new StagePlace(stage);
        leaving = () -> window.kept().ifPresent(it ->
                sessions.remember(new LeftWindow(it.look(), it.dividers(), place.now(), stage.isMaximized())));
        opening.beforeLeaving(leaving);
        if (!options.isFresh()) {
            window.showAsLeft(store -> sessions.of(store).filter(_ -> options.stream().isEmpty()).map(left ->
                    new Kept(options.zone().isPresent() ? withoutZone(left.look()) : left.look(), left.dividers())));
            if (!options.isSized()) {
                options.request().flatMap(it -> sessions.of(it.location().text())).ifPresent(place::take);
            }
        }
    }

    /// The zone that was asked for counts.
    private static StoreLook withoutZone(StoreLook look) {
        return new StoreLook(
                look.store(), look.stream(), look.at(), look.from(), look.effective(), look.field(), Optional.empty(), look.fold(),
                look.panel(), look.side(), look.filter(), look.axis(), look.stretch());
    }

    private MarkBook marks() {
        Path folder = PersonFolder.configuration(System.getProperties(), System.getenv()).resolve("journals");
        return new MarkBook(focus, name -> new Journals(folder, InstantSource.system(), name), Person.ofSystem());
    }

    private boolean endsByItself() {
        return options.isHeadless();
    }

    private void lookWhereAsked() {
        Moment moment = options.moment().orElse(Moment.HEAD);
        options.stream().ifPresent(stream -> focus.goTo(stream, new Destination.AtMoment(moment)));
    }

    private void refused(Notice notice) {
        if (endsByItself()) {
            options.said().accept(new Said.Trouble(notice.sentence()));
            finish(Desktop.NOT_OPENED);
        }
    }

    private void picture(MainWindow window) {
        if (hasEnded) {
            return; // the store was refused, and that was said
        }
        Path file = options.picture().orElseGet(() -> Path.of(System.getProperty("hindcast.picture", "hindcast-window.png")));
        try {
            PictureFile.write(window.scene().snapshot(null), file);
            options.said().accept(new Said.PictureWritten(file.toAbsolutePath()));
            finish(Desktop.DONE);
        } catch (IOException _) {
            options.said().accept(new Said.Trouble(file + " could not be written: is there room, and may you write there?"));
            finish(Desktop.FAILED);
        }
    }

    /// Popups and windows are hidden before the toolkit ends; the native side does not survive the other order.
    private void finish(int code) {
        hasEnded = true;
        leaving.run();
        List.copyOf(Window.getWindows()).forEach(window -> {
            if (window instanceof Stage stage) {
                stage.setOnHidden(null);
            }
            window.hide();
        });
        focus.close();
        exit.accept(code);
    }
}
