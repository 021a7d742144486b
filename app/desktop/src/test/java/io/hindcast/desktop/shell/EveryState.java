package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.editor.CodeEditor;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Oddities;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.timeline.Axis;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/// Brings every panel and dialog before somebody's eyes, one after the other, in each of its states.
final class EveryState {
    /// Looks at a state, whose name says what it is.
    interface Look {
        void at(Shown shown, String state) throws Exception;
    }

    /// Events of one stream; `-Dhindcast.many=500000` for more, by hand.
    private static final int MANY = Integer.getInteger("hindcast.many", 20_000);

    static final String RULES = """
            fold: bank
            category: account, loan, invoice
            currency: currency
            start: { balance: 0.00 }
            effective: /effectiveDate
            on:
              AccountOpened: { set: { owner: /owner, currency: /currency, limit: /limit }, status: open }
              MoneyDeposited: { add: { balance: /amount }, count: movements }
              MoneyWithdrawn, FeeCharged: { subtract: { balance: /amount }, count: movements }
            """;

    private final Theme theme;
    private final int width;
    private final int height;
    private final Look look;

    EveryState(Theme theme, int width, int height, Look look) {
        this.theme = theme;
        this.width = width;
        this.height = height;
        this.look = look;
    }

    void all() throws Exception {
        beforeAStore();
        bank();
        odd();
    }

    static Fold fold() {
        return switch (new RulesLanguage().compile("folds.yaml", RULES)) {
            case Compiled.Ready(Fold fold, _) -> fold;
            case Compiled.Rejected(var errors) -> throw new IllegalStateException(errors.toString());
        };
    }

    private void beforeAStore() throws Exception {
        try (Shown shown = Shown.empty(theme, width, height)) {
            look.at(shown.settle(), "welcome");
            go(shown, "open", shown.window::openDialog);
            write(shown, "#open-location", "locked.db");
            press(shown, "open-refused", "#open-open");
            write(shown, "#open-location", "unknown.db");
            press(shown, "open-unknown", "#open-open");
            press(shown, "mapping", "#open-map");
            go(shown, "workspace-empty", shown.window::workspaceDialog);
            for (String store : new String[] {"empty.db", "/a/long/way/below/a/folder/of/the/year/2026/unknown.db", "gone.db"}) {
                write(shown, "#workspace-location", store);
                press(shown, "workspace-" + store.substring(store.lastIndexOf('/') + 1), "#workspace-add");
            }
            go(shown, () -> shown.window.escape());
            shown.open("empty.db");
            look.at(shown, "no-events");
        }
    }

    private void bank() throws Exception {
        try (Shown shown = Shown.onBank(theme, width, height)) {
            go(shown, "guessed-fold", () -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100)));
            go(shown, () -> shown.focus.zoneProperty().set(ZoneId.of("Europe/Zurich")));
            go(shown, () -> shown.focus.useFold(new FoldInUse(fold(), "bank.folds.yaml", true, Optional.empty())));
            history(shown);
            rules(shown);
            clocks(shown);
            wholeStore(shown);
            marks(shown);
            supposed(shown);
            dialogs(shown);
        }
    }

    private void history(Shown shown) throws Exception {
        Workbench workbench = shown.window.workbench();
        go(shown, "history", () -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100)));
        go(shown, "gap", () -> shown.focus.step(62));
        go(shown, "unreadable", () -> shown.focus.step(121));
        go(shown, "before-the-first", () -> shown.focus.step(-1));
        go(shown, () -> shown.focus.step(100));
        go(shown, () -> shown.focus.compareFrom(OptionalInt.of(40)));
        go(shown, "compare", () -> workbench.showCompare(false));
        go(shown, "compare-snapshots", () -> workbench.showCompare(true));
        go(shown, () -> shown.focus.compareFrom(OptionalInt.empty()));
        go(shown, "compare-nothing", () -> workbench.showCompare(false));
        go(shown, "field-none", workbench::showBlame);
        go(shown, "field", () -> shown.focus.fieldProperty().set(Optional.of(FieldPath.parse("/balance"))));
        go(shown, "watched", workbench.state()::watchOrNot);
        go(shown, workbench::showState);
        go(shown, "axis-hours", () -> workbench.timeline().axis().choose(Axis.HOURS));
        go(shown, () -> workbench.timeline().axis().choose(Axis.TIME));
        go(shown, "filtered", () -> shown.focus.filterProperty().set("fee"));
        go(shown, "filtered-away", () -> shown.focus.filterProperty().set("no such event"));
        go(shown, () -> shown.focus.filterProperty().set(""));
        go(shown, "notice", () -> shown.focus.tell(Notice.warning(
                "The server does not answer; what was read stays usable, and reading goes on as soon as it does again. "
                        + "Nothing is lost. Until then the counts are those of the part that was read.")));
        go(shown, shown.focus::dismissNotice);
    }

    private void rules(Shown shown) throws Exception {
        go(shown, "rules", shown.window.workbench()::showDraft);
        CodeEditor editor = shown.find("#draft-editor", CodeEditor.class);
        go(shown, "rules-wrong", () -> editor.textProperty().set(RULES.replace("subtract:", "substract:")));
        go(shown, "rules-right", () -> editor.textProperty().set(RULES));
    }

    private void clocks(Shown shown) throws Exception {
        go(shown, "clocks", shown.window.workbench()::showClocks);
        go(shown, "clocks-day", () -> shown.focus.effectiveProperty().set(Optional.of(LocalDate.parse("2025-05-31"))));
        go(shown, () -> shown.focus.effectiveProperty().set(Optional.empty()));
    }

    private void wholeStore(Shown shown) throws Exception {
        WholeStore whole = shown.window.workbench().wholeStore();
        go(shown, "states", whole::statesAtFocus);
        go(shown, "roll-none", whole::showRoll);
        write(shown, "#roll-from", "2025-02-28");
        look.at(shown, "roll");
        go(shown, "find-none", whole::findStates);
        write(shown, "#find-asked", "balance < -4000");
        look.at(shown, "find");
        write(shown, "#find-asked", "balance << 0");
        look.at(shown, "find-unclear");
        go(shown, "verify-none", whole::showVerification);
        press(shown, "verify", "#verify-run");
        go(shown, "integrity-none", whole::showIntegrity);
        press(shown, "integrity", "#integrity-run");
    }

    private void marks(Shown shown) throws Exception {
        WholeStore whole = shown.window.workbench().wholeStore();
        go(shown, "marks-none", whole::showMarks);
        go(shown, "mark-note", shown.window.marks()::note);
        TextArea text = shown.find("#mark-text", TextArea.class);
        go(shown, () -> text.setText("The voucher is dated one day later.\nAnswer expected by Friday."));
        press(shown, "marks-one", "#mark-save");
        go(shown, () -> shown.window.marks().tick(4));
        go(shown, "mark-finding", shown.window.marks()::finding);
        go(shown, () -> shown.window.escape());
        go(shown, "mark-legend", shown.window.marks()::legend);
        go(shown, () -> shown.window.escape());
        go(shown, "mark-person", shown.window.marks()::person);
        go(shown, () -> shown.window.escape());
        go(shown, "marked", shown.window.workbench()::showHistory);
    }

    private void supposed(Shown shown) throws Exception {
        go(shown, "muted", shown.window.whatIf()::muteOrNot);
        go(shown, "supposed", shown.window.workbench()::showSupposed);
        go(shown, shown.window.whatIf()::takeAllBack);
        go(shown, "replace", shown.window::replaceBody);
        go(shown, () -> shown.window.escape());
        go(shown, shown.window.workbench()::showState);
    }

    private void dialogs(Shown shown) throws Exception {
        go(shown, "palette", shown.window::palette);
        go(shown, "keys", shown.window::keys);
        go(shown, "masks", shown.window::masks);
        go(shown, "report", shown.window::report);
        go(shown, "open-beside", shown.window::openDialog);
        go(shown, "workspace-beside", shown.window::workspaceDialog);
        go(shown, "mapping-beside", () -> shown.window.map(OpenRequest.of(new Location("unknown.db"))));
        go(shown, () -> shown.window.escape());
    }

    private void odd() throws Exception {
        try (Shown shown = Shown.empty(theme, width, height)) {
            shown.open("odd.db");
            for (String stream : new String[] {Oddities.LONG, Oddities.HEBREW, Oddities.SINGLE}) {
                String name = stream.equals(Oddities.LONG) ? "long" : stream.equals(Oddities.HEBREW) ? "hebrew" : "single";
                go(shown, "odd-" + name, () -> shown.focus.goTo(stream, Destination.head()));
                go(shown, "odd-field-" + name, shown.window.workbench()::showBlame);
                go(shown, shown.window.workbench()::showState);
            }
            go(shown, () -> shown.focus.goTo(Oddities.LONG, Destination.head()));
            go(shown, "odd-states", shown.window.workbench().wholeStore()::statesAtFocus);
            go(shown, "odd-clocks", shown.window.workbench()::showClocks);
            go(shown, "odd-report", shown.window::report);
            go(shown, () -> shown.window.escape());
            go(shown, shown.window.workbench()::showHistory);
            go(shown, "many-events", () -> shown.focus.show(Oddities.large(MANY)));
        }
    }

    private void go(Shown shown, String state, Runnable what) throws Exception {
        go(shown, what);
        look.at(shown, state);
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
        go(shown, () -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private void press(Shown shown, String state, String query) throws Exception {
        Button button = shown.find(query, Button.class);
        go(shown, state, button::fire);
    }
}
