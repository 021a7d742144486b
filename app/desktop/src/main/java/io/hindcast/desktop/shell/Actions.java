package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.audit.mark.Legend;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.marks.MarkDesk;
import io.hindcast.desktop.transport.TransportModel;
import io.hindcast.desktop.transport.TransportModel.Kind;
import io.hindcast.desktop.transport.TransportModel.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that can be done with keys or the palette.
final class Actions {
    private static final int SCREEN = 20;
    private final Focus focus;
    private final Workbench workbench;
    private final MainWindow window;
    private final TransportModel transport;

    Actions(Focus focus, Workbench workbench, MainWindow window) {
        this.focus = focus;
        this.workbench = workbench;
        this.window = window;
        this.transport = workbench.transport();
    }

    List<Action> all() {
        var all = new ArrayList<>(panes());
        all.addAll(all.size() - 2, marks());
        return List.copyOf(all);
    }

    private List<Action> marks() {
        MarkDesk desk = window.marks();
        var actions = new ArrayList<>(List.of(
                Action.of("bookmark", "m", desk::bookmark),
                Action.of("note", "", desk::note, "Shortcut+M"),
                Action.of("finding", "", desk::finding, "Shortcut+Shift+N"),
                Action.of("nextMark", "]", () -> workbench.marks().step(true)),
                Action.of("previousMark", "[", () -> workbench.marks().step(false)),
                Action.of("showMarks", "", workbench.wholeStore()::showMarks, "Shortcut+Shift+M"),
                Action.of("checkMarks", "", workbench.marks().book()::check),
                Action.of("undoMark", "", desk::undo, "Shortcut+Z"),
                Action.of("redoMark", "", desk::redo, "Shortcut+Shift+Z", "Shortcut+Y"),
                Action.of("legend", "", desk::legend),
                Action.of("person", "", desk::person)));
        for (int i = 1; i <= Legend.USUAL.ticks().size(); i++) {
            int number = i;
            Action tick = Action.of("tick" + i, "", () -> desk.tick(number), "Shortcut+Shift+" + i);
            actions.add(i == 1 ? tick : tick.unlisted());
        }
        return actions;
    }

    private List<Action> panes() {
        return List.of(
                Action.of("open", "", window::openDialog, "Shortcut+O"),
                Action.of("workspace", "", window::workspaceDialog, "Shortcut+Shift+O"),
                Action.of("findStream", "", workbench.streams()::find, "Shortcut+P"),
                Action.of("goTo", "", window::goTo, "Shortcut+G", "Shortcut+L"),
                Action.of("find", "/", workbench.events()::find, "Shortcut+F"),
                Action.of("next", "l.", transport::next, "Right", "Shortcut+Close_Bracket"),
                Action.of("previous", "h,", transport::previous, "Left", "Shortcut+Open_Bracket"),
                Action.of("nextRow", "j", () -> workbench.events().moveRow(1)),
                Action.of("previousRow", "k", () -> workbench.events().moveRow(-1)),
                Action.of("first", "", transport::first, "Home").orTyped("gg"),
                Action.of("last", "G", transport::last, "End"),
                Action.of("pageDown", "", () -> transport.by(SCREEN), "Page_Down"),
                Action.of("pageUp", "", () -> transport.by(-SCREEN), "Page_Up"),
                Action.of("nextSame", "", () -> transport.seek(Way.NEXT, Kind.SAME_TYPE), "Shift+Right"),
                Action.of("previousSame", "", () -> transport.seek(Way.PREVIOUS, Kind.SAME_TYPE), "Shift+Left"),
                Action.of("nextSnapshot", "p", () -> transport.seek(Way.NEXT, Kind.SNAPSHOT)),
                Action.of("previousSnapshot", "P", () -> transport.seek(Way.PREVIOUS, Kind.SNAPSHOT)),
                Action.of("nextProblem", "e", () -> transport.seek(Way.NEXT, Kind.PROBLEM)),
                Action.of("previousProblem", "E", () -> transport.seek(Way.PREVIOUS, Kind.PROBLEM)),
                Action.of("nextCorrelated", "o", () -> transport.seek(Way.NEXT, Kind.SAME_CORRELATION)),
                Action.of("previousCorrelated", "O", () -> transport.seek(Way.PREVIOUS, Kind.SAME_CORRELATION)),
                Action.of("nextHit", "n", () -> workbench.events().moveToHit(true)),
                Action.of("previousHit", "N", () -> workbench.events().moveToHit(false)),
                Action.of("dayOn", "", () -> transport.seek(Way.NEXT, Kind.DAY_LONG), "9"),
                Action.of("dayBack", "", () -> transport.seek(Way.PREVIOUS, Kind.DAY_LONG), "Shift+9"),
                Action.of("nextDay", "", () -> transport.seek(Way.NEXT, Kind.DAY_START), "0"),
                Action.of("previousDay", "", () -> transport.seek(Way.PREVIOUS, Kind.DAY_START), "Shift+0"),
                Action.of("play", "", transport::playOrPause, "Space", "Shortcut+J"),
                Action.of("baseline", "b", this::pinBaseline),
                Action.of("elapsed", "t", workbench.events()::otherClock),
                Action.of("sinceBaseline", "T", this::sinceBaseline),
                Action.of("readOn", "", this::readOn, "Shortcut+R"),
                Action.of("follow", "", window.status()::followOrNot, "Shortcut+Shift+L"),
                Action.of("pauseFollowing", "", window.status()::pauseOrNot, "Shortcut+Shift+J"),
                Action.of("chooseFold", "", window::chooseFold),
                Action.of("proposeFold", "", window.folds()::propose),
                Action.of("defaultFold", "", window.folds()::useDefault),
                Action.of("showState", "", workbench::showState, "Shortcut+1"),
                Action.of("showCompare", "", () -> workbench.showCompare(false), "Shortcut+2"),
                Action.of("showSnapshots", "", () -> workbench.showCompare(true), "Shortcut+3"),
                Action.of("showHistory", "", workbench::showHistory, "Shortcut+4"),
                Action.of("showDraft", "", workbench::showDraft, "Shortcut+5"),
                Action.of("showStates", "", workbench.wholeStore()::showStates, "Shortcut+8"),
                Action.of("statesAtFocus", "", workbench.wholeStore()::statesAtFocus),
                Action.of("showRoll", "", workbench.wholeStore()::showRoll, "Shortcut+Shift+R"),
                Action.of("findStates", "", workbench.wholeStore()::findStates, "Shortcut+9"),
                Action.of("findText", "", workbench.wholeStore()::findText, "Shortcut+Shift+F"),
                Action.of("showVerification", "", workbench.wholeStore()::showVerification, "Shortcut+Shift+V"),
                Action.of("showIntegrity", "", workbench.wholeStore()::showIntegrity, "Shortcut+Shift+I"),
                Action.of("saveDraft", "", workbench.draft()::save, "Shortcut+S"),
                Action.of("nextMistake", "", workbench.draft()::next, "F8"),
                Action.of("showClocks", "", workbench::showClocks, "Shortcut+6"),
                Action.of("everyDay", "", () -> focus.effectiveProperty().set(Optional.empty())),
                Action.of("watch", "w", workbench.state()::watchOrNot),
                Action.of("findWhere", "W", workbench.state()::findWhere),
                Action.of("showBlame", "", workbench::showBlame, "Shortcut+7"),
                Action.of("nextChange", "", () -> workbench.blame().step(true), "Alt+Shift+Right"),
                Action.of("previousChange", "", () -> workbench.blame().step(false), "Alt+Shift+Left"),
                Action.of("mute", "x", window.whatIf()::muteOrNot),
                Action.of("replace", "X", window::replaceBody),
                Action.of("recorded", "", window.whatIf()::takeAllBack),
                Action.of("showSupposed", "", workbench::showSupposed),
                Action.of("back", "", focus::back, "Alt+Left"),
                Action.of("forward", "", focus::forward, "Alt+Right"),
                Action.of("fit", "", workbench.timeline().model()::fit),
                Action.of("fitFocus", "f", workbench.timeline().model()::fitFocus),
                Action.of("report", "", window::report, "Shortcut+Shift+S"),
                Action.of("masks", "", window::masks, "Shortcut+Shift+K"),
                Action.of("hideAgain", "", window.maskModel()::hideAgain),
                Action.of("theme", "", window::otherTheme, "Shortcut+Shift+T"),
                Action.of("palette", "", window::palette, "Shortcut+K", "Shortcut+Shift+P"),
                Action.of("help", "?", window::keys, "F1"),
                Action.of("escape", "", window::escape, "Esc"));
    }

    private void pinBaseline() {
        focus.pinBaseline(focus.look().index());
        if (focus.look().baseline().isPresent()) {
            workbench.showCompare(false);
        }
    }

    /// Times are told from the baseline; one is pinned here if there is none.
    private void sinceBaseline() {
        if (focus.look().baseline().isEmpty()) {
            focus.pinBaseline(focus.look().index());
        }
        workbench.events().sinceBaseline();
    }

    /// Reads on where reading stopped, and reads the focused stream again.
    private void readOn() {
        Indexing.Phase phase = focus.indexing().phaseProperty().get();
        if (phase == Indexing.Phase.STOPPED || phase == Indexing.Phase.FAILED) {
            focus.storeProperty().get().ifPresent(focus.indexing()::start);
        }
        focus.reload();
    }
}
