package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.transport.TransportModel;
import io.hindcast.desktop.transport.TransportModel.Kind;
import io.hindcast.desktop.transport.TransportModel.Way;
import java.util.List;

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
        return List.of(
                Action.of("open", "", window::openDialog, "Shortcut+O"),
                Action.of("findStream", "", workbench.streams()::find, "Shortcut+P"),
                Action.of("goTo", "", window::goTo, "Shortcut+G", "Shortcut+L"),
                Action.of("find", "/", workbench.events()::find, "Shortcut+F"),
                Action.of("next", "l.", transport::next, "Right"),
                Action.of("previous", "h,", transport::previous, "Left"),
                Action.of("nextRow", "j", () -> workbench.events().moveRow(1)),
                Action.of("previousRow", "k", () -> workbench.events().moveRow(-1)),
                Action.of("first", "", transport::first, "Home"),
                Action.of("last", "G", transport::last, "End"),
                Action.of("pageDown", "", () -> transport.by(SCREEN), "Page_Down"),
                Action.of("pageUp", "", () -> transport.by(-SCREEN), "Page_Up"),
                Action.of("nextSame", "", () -> transport.seek(Way.NEXT, Kind.SAME_TYPE), "Shift+Right"),
                Action.of("previousSame", "", () -> transport.seek(Way.PREVIOUS, Kind.SAME_TYPE), "Shift+Left"),
                Action.of("nextSnapshot", "p", () -> transport.seek(Way.NEXT, Kind.SNAPSHOT)),
                Action.of("previousSnapshot", "P", () -> transport.seek(Way.PREVIOUS, Kind.SNAPSHOT)),
                Action.of("nextProblem", "e", () -> transport.seek(Way.NEXT, Kind.PROBLEM)),
                Action.of("previousProblem", "E", () -> transport.seek(Way.PREVIOUS, Kind.PROBLEM)),
                Action.of("play", "", transport::playOrPause, "Space", "Shortcut+J"),
                Action.of("baseline", "b", this::pinBaseline),
                Action.of("showState", "", workbench::showState, "Shortcut+1"),
                Action.of("showCompare", "", () -> workbench.showCompare(false), "Shortcut+2"),
                Action.of("showSnapshots", "", () -> workbench.showCompare(true), "Shortcut+3"),
                Action.of("back", "", focus::back, "Alt+Left"),
                Action.of("forward", "", focus::forward, "Alt+Right"),
                Action.of("fit", "", workbench.timeline().model()::fit),
                Action.of("fitFocus", "f", workbench.timeline().model()::fitFocus),
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
}
