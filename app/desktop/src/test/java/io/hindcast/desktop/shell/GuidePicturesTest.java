package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.mark.Mark;
import io.hindcast.desktop.editor.CodeEditor;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeStore;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.session.LiveState;
import io.hindcast.engine.state.FieldPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Draws the pictures of the guide into `target/pictures/guide`. With `-Dhindcast.guide=true` they take the places of those that
/// lie beside the guide.
class GuidePicturesTest {
    private static final Path DOCS = Path.of(System.getProperty("hindcast.root", "."), "app/docs");
    /// What the program paints by itself, from the bundled ledger.
    private static final List<String> PAINTED = List.of("window-light.png", "window-dark.png");
    private static final List<String> DRAWN = List.of(
            "open-light.png", "window-live.png", "compare-dark.png", "keys-light.png", "clocks-light.png", "field-dark.png",
            "whatif-light.png", "rules-light.png", "snapshots-light.png", "marks-light.png");

    @BeforeEach
    void speak_english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @Test
    void every_picture_of_the_guide_can_be_made_again() throws Exception {
        var named = new TreeSet<String>();
        for (Path text : List.of(DOCS.resolve("user-guide.md"), DOCS.resolve("../../README.md"))) {
            Pattern.compile("pictures/([a-z-]+\\.png)")
                    .matcher(Files.readString(text))
                    .results()
                    .forEach(it -> named.add(it.group(1)));
        }

        assertThat(named).containsAll(DRAWN).containsAll(PAINTED).hasSize(DRAWN.size() + PAINTED.size());
        assertThat(DOCS.resolve("pictures").toFile().list()).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void the_pictures_of_the_guide_are_drawn() throws Exception {
        opening();
        following();
        light();
        dark();
        marks();

        for (String name : DRAWN) {
            Path drawn = Shown.PICTURES.resolve("guide").resolve(name);
            assertThat(Files.size(drawn)).as(name).isGreaterThan(20_000);
            if (Boolean.getBoolean("hindcast.guide")) {
                Files.copy(drawn, DOCS.resolve("pictures").resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void opening() throws Exception {
        try (Shown shown = Shown.empty(Theme.LIGHT, 1400, 900)) {
            go(shown, shown.window::openDialog);
            write(shown, "#open-location", "/data/ledger.mv.db");
            picture(shown, "open-light");
        }
    }

    private static void following() throws Exception {
        FakeStore store = Bank.open().alive();
        try (Shown shown = Shown.empty(Theme.LIGHT, 1400, 900)) {
            go(shown, () -> shown.focus.show(store));
            useRules(shown);
            fire(shown, "#live-pill");
            store.write(Bank.ACCOUNT, 3);
            heard(shown);
            picture(shown, "window-live");
        }
    }

    private static void light() throws Exception {
        try (Shown shown = bank(Theme.LIGHT)) {
            go(shown, shown.window::keys);
            picture(shown, "keys-light");
            go(shown, shown.window::escape);
            go(shown, () -> shown.window.workbench().showCompare(true));
            go(shown, () -> shown.focus.step(121));
            picture(shown, "snapshots-light");
            go(shown, shown.window.workbench()::showState);
            go(shown, () -> shown.focus.step(100));
            go(shown, shown.window.workbench()::showClocks);
            go(shown, () -> shown.focus.effectiveProperty().set(Optional.of(LocalDate.parse("2025-05-31"))));
            picture(shown, "clocks-light");
            go(shown, () -> shown.focus.effectiveProperty().set(Optional.empty()));
            rules(shown);
            supposed(shown);
        }
    }

    private static void rules(Shown shown) throws Exception {
        go(shown, shown.window.workbench()::showDraft);
        CodeEditor editor = shown.find("#draft-editor", CodeEditor.class);
        go(shown, () -> editor.textProperty().set("# What the bank does, as an auditor reads it\n" + EveryState.RULES.replace("MoneyWithdrawn, FeeCharged", "MoneyWithdrawn")));
        picture(shown, "rules-light");
        go(shown, shown.window.workbench()::showHistory);
    }

    private static void supposed(Shown shown) throws Exception {
        go(shown, () -> shown.focus.step(98));
        go(shown, shown.window.whatIf()::muteOrNot);
        go(shown, () -> shown.focus.step(100));
        go(shown, shown.window::replaceBody);
        CodeEditor body = shown.find("#whatif-body", CodeEditor.class);
        go(shown, () -> body.textProperty().set("{\n  \"amount\": 0.1234567890123456789,\n  \"reference\": \"supposed\"\n}"));
        fire(shown, "#whatif-suppose");
        fire(shown, "#whatif-compare");
        picture(shown, "whatif-light");
        go(shown, shown.window.whatIf()::takeAllBack);
    }

    private static void dark() throws Exception {
        try (Shown shown = bank(Theme.DARK)) {
            go(shown, () -> shown.focus.compareFrom(OptionalInt.of(40)));
            go(shown, () -> shown.window.workbench().showCompare(false));
            picture(shown, "compare-dark");
            go(shown, () -> shown.focus.compareFrom(OptionalInt.empty()));
            go(shown, () -> shown.focus.fieldProperty().set(Optional.of(FieldPath.parse("/balance"))));
            go(shown, shown.window.workbench()::showBlame);
            picture(shown, "field-dark");
        }
    }

    /// Marks of all kinds; the event of three of them is another when the store opens again.
    private static void marks() throws Exception {
        try (Shown shown = bank(Theme.LIGHT)) {
            shown.type(KeyCode.M);
            shown.press(KeyCode.CONTROL, KeyCode.M);
            TextArea text = shown.find("#mark-text", TextArea.class);
            go(shown, () -> text.setText("The voucher is dated one day later; asked c.dubois for it.\nAnswer expected by Friday."));
            fire(shown, "#mark-save");
            go(shown, () -> shown.window.marks().tick(4));
            look(shown, 140);
            go(shown, () -> shown.window.marks().tick(6));
            look(shown, 20);
            go(shown, shown.window.marks()::finding);
            write(shown, "#finding-name", "Limit passed without approval");
            write(shown, "#finding-amount", "41557.59");
            write(shown, "#finding-currency", "CHF");
            fire(shown, "#mark-save");
            go(shown, () -> shown.focus.show(Bank.tampered(100)));
            useRules(shown);
            go(shown, shown.window.workbench().wholeStore()::showMarks);
            TableView<?> table = shown.find("#marks-table", TableView.class);
            int note = on(() -> table.getItems().stream()
                    .map(Mark.class::cast)
                    .map(it -> it.text())
                    .toList()
                    .indexOf("The voucher is dated one day later; asked c.dubois for it.\nAnswer expected by Friday."));
            go(shown, () -> table.getSelectionModel().select(Math.max(0, note)));
            picture(shown, "marks-light");
        }
    }

    private static Shown bank(Theme theme) throws Exception {
        Shown shown = Shown.onBank(theme, 1400, 900);
        useRules(shown);
        return shown;
    }

    private static void useRules(Shown shown) throws Exception {
        go(shown, () -> shown.focus.zoneProperty().set(ZoneId.of("Europe/Zurich")));
        go(shown, () -> shown.focus.useFold(new FoldInUse(EveryState.fold(), "bank.folds.yaml", true, Optional.empty())));
        look(shown, 100);
        go(shown, () -> {
            shown.focus.dismissNotice();
            shown.window.workbench().events().takeKeys();
        });
    }

    private static void look(Shown shown, int index) throws Exception {
        go(shown, () -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(index)));
    }

    private static void picture(Shown shown, String name) throws Exception {
        shown.settle().picture("guide/" + name);
    }

    private static void heard(Shown shown) throws Exception {
        var heard = new CompletableFuture<Boolean>();
        on(() -> shown.focus.live().stateProperty().subscribe((LiveState state) -> {
            if (state.taken() == 1) {
                heard.complete(true);
            }
        }));
        heard.get(60, TimeUnit.SECONDS);
    }

    private static void go(Shown shown, Runnable what) throws Exception {
        on(() -> {
            what.run();
            return true;
        });
        shown.settle();
    }

    private static void write(Shown shown, String query, String text) throws Exception {
        TextField field = shown.find(query, TextField.class);
        go(shown, () -> field.setText(text));
    }

    private static void fire(Shown shown, String query) throws Exception {
        Button button = shown.find(query, Button.class);
        go(shown, button::fire);
    }
}
