package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.audit.mark.Legend;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.marks.MarkDesk;
import io.hindcast.desktop.transport.TransportModel;
import io.hindcast.desktop.transport.TransportModel.Kind;
import io.hindcast.desktop.transport.TransportModel.Way;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.Axis;
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

    /// All of them, in the order of the list of keys.
    List<ActionGroup> groups() {
        return List.of(
                store(), stepping(), seeking(), finding(), showing(), comparing(), fields(), supposing(), marks(), folds(), timeline(), window());
    }

    private ActionGroup store() {
        return ActionGroup.of(
                "store",
                Action.of("open", "", window::openDialog, "Shortcut+O"),
                Action.of("workspace", "", window::workspaceDialog, "Shortcut+Shift+O"),
                Action.of("findStream", "", workbench.streams()::find, "Shortcut+P"),
                Action.of("goTo", "", window::goTo, "Shortcut+G", "Shortcut+L"),
                Action.of("readOn", "", this::readOn, "Shortcut+R"),
                Action.of("follow", "", window.status()::followOrNot, "Shortcut+Shift+L"),
                Action.of("pauseFollowing", "", window.status()::pauseOrNot, "Shortcut+Shift+J"),
                Action.of("report", "", window::report, "Shortcut+Shift+S"),
                Action.of("copyLink", "", window.copies()::copyLink, "Shortcut+Shift+U"),
                Action.of("copyCommand", "", window.copies()::copyCommand, "Shortcut+Shift+C"),
                Action.of("copyCitation", "", window.copies()::copyCitation, "Shortcut+Shift+B"));
    }

    private ActionGroup stepping() {
        return ActionGroup.of(
                "step",
                Action.of("next", "l.", transport::next, "Right", "Shortcut+Close_Bracket"),
                Action.of("previous", "h,", transport::previous, "Left", "Shortcut+Open_Bracket"),
                Action.of("nextRow", "j", () -> workbench.events().moveRow(1)),
                Action.of("previousRow", "k", () -> workbench.events().moveRow(-1)),
                Action.of("first", "", transport::first, "Home").orTyped("gg"),
                Action.of("last", "G", transport::last, "End"),
                Action.of("pageDown", "", () -> transport.by(SCREEN), "Page_Down"),
                Action.of("pageUp", "", () -> transport.by(-SCREEN), "Page_Up"),
                Action.of("play", "", transport::playOrPause, "Space", "Shortcut+J"),
                Action.of("back", "", focus::back, "Alt+Left"),
                Action.of("forward", "", focus::forward, "Alt+Right"));
    }

    private ActionGroup seeking() {
        return ActionGroup.of(
                "seek",
                seek("nextSame", "", Way.NEXT, Kind.SAME_TYPE, "Shift+Right"),
                seek("previousSame", "", Way.PREVIOUS, Kind.SAME_TYPE, "Shift+Left"),
                seek("nextSnapshot", "p", Way.NEXT, Kind.SNAPSHOT),
                seek("previousSnapshot", "P", Way.PREVIOUS, Kind.SNAPSHOT),
                seek("nextProblem", "e", Way.NEXT, Kind.PROBLEM),
                seek("previousProblem", "E", Way.PREVIOUS, Kind.PROBLEM),
                seek("nextCorrelated", "o", Way.NEXT, Kind.SAME_CORRELATION),
                seek("previousCorrelated", "O", Way.PREVIOUS, Kind.SAME_CORRELATION),
                seek("dayOn", "", Way.NEXT, Kind.DAY_LONG, "9"),
                seek("dayBack", "", Way.PREVIOUS, Kind.DAY_LONG, "Shift+9"),
                seek("nextDay", "", Way.NEXT, Kind.DAY_START, "0"),
                seek("previousDay", "", Way.PREVIOUS, Kind.DAY_START, "Shift+0"));
    }

    private Action seek(String id, String characters, Way way, Kind kind, String... keys) {
        return Action.of(id, characters, () -> transport.seek(way, kind), keys);
    }

    private ActionGroup finding() {
        return ActionGroup.of(
                "find",
                Action.of("find", "/", workbench.events()::find, "Shortcut+F"),
                Action.of("nextHit", "n", () -> workbench.events().moveToHit(true)),
                Action.of("previousHit", "N", () -> workbench.events().moveToHit(false)),
                Action.of("findStates", "", workbench.wholeStore()::findStates, "Shortcut+9"),
                Action.of("findText", "", workbench.wholeStore()::findText, "Shortcut+Shift+F"),
                Action.of("findWhere", "W", workbench.state()::findWhere));
    }

    private ActionGroup showing() {
        return ActionGroup.of(
                "show",
                Action.of("showState", "", workbench::enterState, "Shortcut+1"),
                Action.of("showCompare", "", () -> workbench.enterCompare(false), "Shortcut+2"),
                Action.of("showSnapshots", "", () -> workbench.enterCompare(true), "Shortcut+3"),
                Action.of("showHistory", "", workbench::enterHistory, "Shortcut+4"),
                Action.of("showDraft", "", workbench::showDraft, "Shortcut+5"),
                Action.of("showClocks", "", workbench::showClocks, "Shortcut+6"),
                Action.of("showBlame", "", workbench::enterBlame, "Shortcut+7"),
                Action.of("showStates", "", workbench.wholeStore()::showStates, "Shortcut+8"),
                Action.of("statesAtFocus", "", workbench.wholeStore()::statesAtFocus),
                Action.of("showRoll", "", workbench.wholeStore()::showRoll, "Shortcut+Shift+R"),
                Action.of("showVerification", "", workbench.wholeStore()::showVerification, "Shortcut+Shift+V"),
                Action.of("showIntegrity", "", workbench.wholeStore()::showIntegrity, "Shortcut+Shift+I"));
    }

    private ActionGroup comparing() {
        return ActionGroup.of(
                "compare",
                Action.of("baseline", "b", this::pinBaseline),
                Action.of("elapsed", "t", workbench.events()::otherClock),
                Action.of("sinceBaseline", "T", this::sinceBaseline),
                Action.of("everyDay", "", () -> focus.effectiveProperty().set(Optional.empty())));
    }

    private ActionGroup fields() {
        return ActionGroup.of(
                "field",
                Action.of("watch", "w", workbench.state()::watchOrNot),
                Action.of("nextChange", "", () -> workbench.blame().step(true), "Alt+Shift+Right"),
                Action.of("previousChange", "", () -> workbench.blame().step(false), "Alt+Shift+Left"));
    }

    private ActionGroup supposing() {
        return ActionGroup.of(
                "suppose",
                Action.of("mute", "x", window.whatIf()::muteOrNot),
                Action.of("replace", "X", window::replaceBody),
                Action.of("recorded", "", window.whatIf()::takeAllBack),
                Action.of("showSupposed", "", workbench::showSupposed));
    }

    private ActionGroup marks() {
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
        return new ActionGroup("marks", actions);
    }

    private ActionGroup folds() {
        return ActionGroup.of(
                "fold",
                Action.of("chooseFold", "", window::chooseFold),
                Action.of("proposeFold", "", window.folds()::propose),
                Action.of("defaultFold", "", window.folds()::useDefault),
                Action.of("saveDraft", "", workbench.draft()::save, "Shortcut+S"),
                Action.of("nextMistake", "", workbench.draft()::next, "F8"));
    }

    private ActionGroup timeline() {
        TimelinePane pane = workbench.timeline();
        return ActionGroup.of(
                "timeline",
                Action.of("fitFocus", "f", pane.model()::fitFocus),
                Action.of("fit", "", pane.model()::fit, "Shortcut+0"),
                Action.of("zoomIn", "+", pane.model()::zoomIn, "Shortcut+Plus", "Shortcut+Equals"),
                Action.of("zoomOut", "-", pane.model()::zoomOut, "Shortcut+Minus"),
                Action.of("lanesCategory", "", () -> pane.group(LaneGrouping.CATEGORY)),
                Action.of("lanesStream", "", () -> pane.group(LaneGrouping.STREAM)),
                Action.of("lanesType", "", () -> pane.group(LaneGrouping.TYPE)),
                Action.of("nextAxis", "y", pane.axis()::next),
                Action.of("axisTime", "", () -> pane.axis().choose(Axis.TIME)),
                Action.of("axisIdle", "", () -> pane.axis().choose(Axis.IDLE)),
                Action.of("axisDays", "", () -> pane.axis().choose(Axis.DAYS)),
                Action.of("axisHours", "", () -> pane.axis().choose(Axis.HOURS)),
                Action.of("axisIndex", "", () -> pane.axis().choose(Axis.INDEX)));
    }

    private ActionGroup window() {
        return ActionGroup.of(
                "window",
                Action.of("masks", "", window::masks, "Shortcut+Shift+K"),
                Action.of("hideAgain", "", window.maskModel()::hideAgain),
                Action.of("zone", "", window.status()::chooseZone),
                Action.of("theme", "", window::otherTheme, "Shortcut+Shift+T").forDialogs(),
                Action.of("contrast", "", window::contrast, "F9").forDialogs(),
                Action.of("palette", "", window::palette, "Shortcut+K", "Shortcut+Shift+P"),
                Action.of("help", "?", window::keys, "F1").forDialogs(),
                Action.of("escape", "", window::escape, "Esc").forDialogs());
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
