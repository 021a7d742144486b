package io.hindcast.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ClosedWindowTest {
    private static final int ROUNDS = 50;

    @Test
    void a_window_that_was_closed_is_let_go_with_all_it_held() throws Exception {
        WeakReference<?> window = closed();

        assertThat(isLetGo(window)).isTrue();
    }

    @Test
    void windows_that_were_typed_into_are_let_go() throws Exception {
        List<WeakReference<?>> windows = List.of(typedInto(), typedInto(), typedInto());

        for (WeakReference<?> window : windows) {
            assertThat(isLetGo(window)).isTrue();
        }
    }

    @Test
    void a_store_is_let_go_with_its_histories_when_another_is_opened() throws Exception {
        try (Shown shown = Shown.onFoldedBank(Theme.LIGHT, 1000, 700)) {
            WeakReference<?> store = store(shown);
            WeakReference<?> history = history(shown);
            visitPanes(shown);
            shown.open("sample:ledger");
            shown.does(() -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(7)));

            assertThat(isLetGo(store)).as("the store before is let go").isTrue();
            assertThat(isLetGo(history)).as("its history is let go").isTrue();
        }
    }

    @Test
    void a_dialog_that_was_taken_away_is_let_go_with_what_was_typed_into_it() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1000, 700)) {
            WeakReference<?> report = takenAway(shown, ".report-dialog", shown.window::report);
            WeakReference<?> masks = takenAway(shown, ".mask-dialog", shown.window::masks);
            WeakReference<?> opening = takenAway(shown, ".open-dialog", shown.window::openDialog);

            assertThat(isLetGo(report)).as("the dialog of reports").isTrue();
            assertThat(isLetGo(masks)).as("the dialog of masks").isTrue();
            assertThat(isLetGo(opening)).as("the dialog that opens stores").isTrue();
        }
    }

    private static WeakReference<?> takenAway(Shown shown, String query, Shown.Step dialog) throws Exception {
        shown.does(dialog);
        var reference = new WeakReference<>(shown.find(query, Node.class));
        shown.does(shown.window::escape).does(shown.window::escape);
        return reference;
    }

    /// Looks at the focused stream in one pane after the other, each of which may remember it.
    private static void visitPanes(Shown shown) throws Exception {
        Workbench panes = shown.window.workbench();
        shown.does(panes::showDraft).does(panes::showClocks).does(panes::showHistory);
        shown.does(panes::showBlame).does(panes::showSupposed).does(() -> panes.showCompare(true));
        shown.does(() -> panes.showCompare(false)).does(panes::showState);
        shown.does(() -> panes.wholeStore().statesAtFocus());
        shown.does(() -> panes.wholeStore().showRoll());
        shown.does(() -> panes.wholeStore().findStates());
        for (Shown.Step dialog : List.<Shown.Step>of(
                shown.window::report, shown.window::masks, shown.window::palette, shown.window::openDialog)) {
            shown.does(dialog).does(shown.window::escape);
        }
    }

    private static WeakReference<?> store(Shown shown) throws Exception {
        return Shown.on(() -> new WeakReference<>(shown.focus.storeProperty().get().orElseThrow()));
    }

    private static WeakReference<?> history(Shown shown) throws Exception {
        return Shown.on(() -> new WeakReference<>(shown.focus.look().history().orElseThrow()));
    }

    private static boolean isLetGo(WeakReference<?> thing) throws Exception {
        for (int i = 0; i < ROUNDS && thing.get() != null; i++) {
            System.gc();
            Shown.on(() -> true);
        }
        return thing.get() == null;
    }

    private static WeakReference<MainWindow> closed() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1000, 700)) {
            return new WeakReference<>(shown.window);
        }
    }

    private static WeakReference<MainWindow> typedInto() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1000, 700)) {
            shown.type(KeyCode.DOWN, KeyCode.TAB);
            return new WeakReference<>(shown.window);
        }
    }
}
