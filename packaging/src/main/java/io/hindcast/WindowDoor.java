package io.hindcast;

import io.hindcast.cli.Window.Wish;
import io.hindcast.desktop.Desktop;
import io.hindcast.desktop.DesktopOptions;
import io.hindcast.desktop.DesktopOptions.Said;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.session.StoreOpener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// From what was wished on the command line to what the window understands.
final class WindowDoor {
    private WindowDoor() {}

    /// @return the window's exit code
    static int open(StoreOpener opener, Wish wish, PrintWriter out, PrintWriter err) {
        Optional<Moment> moment = wish.moment().flatMap(text -> MomentText.parse(text, wish.zone()));
        if (wish.moment().isPresent() && moment.isEmpty()) {
            err.println(wish.moment().get() + " is no moment; write head, v37, #12345, an instant or a date.");
            return 2;
        }
        var options = new DesktopOptions(
                wish.request(),
                Theme.valueOf(wish.theme().toUpperCase(Locale.ROOT)),
                wish.headless() || wish.snapshot().isPresent(),
                wish.snapshot(),
                wish.stream(),
                moment,
                wish.width(),
                wish.height(),
                Optional.of(wish.zone()),
                said -> say(said, out, err));
        return Desktop.run(opener, options);
    }

    private static void say(Said said, PrintWriter out, PrintWriter err) {
        switch (said) {
            case Said.PictureWritten(Path file) -> {
                out.println("The window was painted into " + file.toAbsolutePath());
                out.flush();
            }
            case Said.Trouble(String sentence) -> {
                err.println(sentence);
                err.flush();
            }
        }
    }
}
