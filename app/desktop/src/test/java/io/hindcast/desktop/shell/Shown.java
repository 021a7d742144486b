package io.hindcast.desktop.shell;

import io.hindcast.audit.journal.Journals;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeOpener;
import io.hindcast.desktop.fake.Screen;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.MaskDesk;
import io.hindcast.desktop.marks.MarkBook;
import io.hindcast.desktop.marks.Person;
import io.hindcast.desktop.open.Opening;
import io.hindcast.desktop.open.RecentStores;
import io.hindcast.desktop.picture.PictureFile;
import io.hindcast.desktop.theme.Fonts;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.desktop.work.Work;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.mask.MaskFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// The whole window on a toolkit without a screen, over the bank.
final class Shown implements AutoCloseable {
    private static final String RULES = """
            fold: bank
            category: account, loan, invoice
            currency: currency
            start: { balance: 0.00 }
            on:
              AccountOpened: { set: { owner: /owner, currency: /currency, limit: /limit }, status: open }
              MoneyDeposited: { add: { balance: /amount }, count: movements }
              MoneyWithdrawn, FeeCharged: { subtract: { balance: /amount }, count: movements }
            """;

    static final Path PICTURES = Path.of(System.getProperty("hindcast.root", "."), "app/desktop/target/pictures");
    final FxRobot robot;
    private final Stage stage;
    private final Opening opening;
    final Focus focus;
    final MainWindow window;
    /// Where the journals of marks lie.
    final Path journals;
    /// What would be the person's own folder; nobody's settings are read or written.
    final Path own;

    private Shown(FxRobot robot, Stage stage, Opening opening, Focus focus, MainWindow window, Path folder) {
        this.robot = robot;
        this.journals = journals(folder);
        this.own = folder;
        this.stage = stage;
        this.opening = opening;
        this.focus = focus;
        this.window = window;
    }

    /// A window that shows its welcome.
    static Shown empty(Theme theme, int width, int height) throws Exception {
        Path nowhere = Path.of("no folder");
        return empty(
                theme,
                new MaskDesk(
                        new MaskFinder(nowhere, _ -> Optional.empty()),
                        new Journals(nowhere, InstantSource.system(), "tester")),
                width,
                height);
    }

    /// A window that shows its welcome, and finds masks and journals at a desk.
    static Shown empty(Theme theme, MaskDesk desk, int width, int height) throws Exception {
        FxRobot robot = Screen.robot();
        return on(() -> {
            Fonts.load();
            var focus = new Focus(new Work(Platform::runLater));
            var recent = new RecentStores(Optional.empty());
            recent.remember(new RecentStores.Entry("/data/ledger.mv.db", "bank ledger", Optional.empty()));
            var opening = new Opening(focus, new FakeOpener(), recent, desk);
            Path folder = Files.createTempDirectory("hindcast-window");
            var clock = InstantSource.fixed(Instant.parse("2026-04-07T08:00:00Z"));
            var book = new MarkBook(
                    focus, name -> new Journals(journals(folder), clock, name), new Person(Optional.empty(), "ada"));
            var window = new MainWindow(focus, opening, FakeOpener::test, book, Belongings.in(folder), width, height);
            window.themeProperty().set(theme);
            var stage = new Stage();
            stage.setScene(window.scene());
            stage.show();
            stage.requestFocus();
            return new Shown(robot, stage, opening, focus, window, folder);
        });
    }

    private static Path journals(Path folder) {
        return folder.resolve("journals");
    }

    /// A window that looks at the bank.
    static Shown onBank(Theme theme, int width, int height) throws Exception {
        return empty(theme, width, height).open("sample:ledger");
    }

    /// A window that looks at the bank, folded by rules, at an event in its middle.
    static Shown onFoldedBank(Theme theme, int width, int height) throws Exception {
        Fold fold = switch (new RulesLanguage().compile("folds.yaml", RULES)) {
            case Compiled.Ready(Fold ready, _) -> ready;
            case Compiled.Rejected(var errors) -> throw new IllegalStateException(errors.toString());
        };
        Shown shown = onBank(theme, width, height);
        shown.does(() -> shown.focus.useFold(new FoldInUse(fold, "bank.folds.yaml", true, Optional.empty())));
        return shown.does(() -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100)));
    }

    /// Opens another store.
    Shown open(String location) throws Exception {
        return does(() -> opening.open(OpenRequest.of(new Location(location))));
    }

    /// Waits until everything that was asked for is shown.
    Shown settle() throws Exception {
        var quiet = new CompletableFuture<Boolean>();
        on(() -> {
            new Settled(focus, () -> quiet.complete(true)).start();
            return true;
        });
        quiet.get(60, TimeUnit.SECONDS);
        return this;
    }

    /// Does something on the screen's thread, and waits until all that follows from it is shown.
    Shown does(Step step) throws Exception {
        on(() -> {
            step.run();
            return true;
        });
        return settle();
    }

    /// Something to be done in a window.
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    Shown fire(String query) throws Exception {
        Button button = find(query, Button.class);
        return does(button::fire);
    }

    Shown type(KeyCode... keys) throws Exception {
        robot.type(keys);
        return settle();
    }

    Shown press(KeyCode... keys) throws Exception {
        robot.push(keys);
        return settle();
    }

    <N extends Node> N find(String query, Class<N> kind) throws Exception {
        return on(() -> kind.cast(window.scene().lookup(query)));
    }

    /// A table, for use on the screen's thread.
    TableView<?> table(String query) {
        return (TableView<?>) window.scene().lookup(query);
    }

    void picture(String name) throws Exception {
        Image image = on(() -> window.scene().snapshot(null));
        PictureFile.write(image, PICTURES.resolve(name + ".png"));
    }

    static <T> T on(Callable<T> piece) throws Exception {
        return Screen.on(piece);
    }

    @Override
    public void close() throws IOException {
        try {
            on(() -> {
                stage.hide();
                // a toolkit keeps the scenes that it has shown, and with them all that was painted
                window.scene().setRoot(new Group());
                focus.close();
                return true;
            });
        } catch (Exception failure) {
            throw new IllegalStateException("the window does not close", failure);
        }
        try (var files = Files.walk(own)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
