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
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// From what was wished on the command line to what the window understands.
final class WindowDoor {
    /// The screen of JavaFX's headless platform is this wide and high (JDK-8364201). A wider window runs over into the
    /// next line, which must be there.
    private static final int HEADLESS_SCREEN = 1000;

    private static final ZoneId UTC = ZoneId.of("UTC");

    private WindowDoor() {}

    /// @return the window's exit code
    static int open(StoreOpener opener, Wish wish, PrintWriter out, PrintWriter err) {
        Optional<Moment> moment = wish.moment().flatMap(text -> MomentText.parse(text, wish.zone().orElse(UTC)));
        if (wish.moment().isPresent() && moment.isEmpty()) {
            err.println(wish.moment().get() + " is no moment; write head, v37, #12345, an instant or a date.");
            return 2;
        }
        boolean headless = wish.headless() || wish.snapshot().isPresent();
        int highest = headless ? HEADLESS_SCREEN - 1 - wish.width() / HEADLESS_SCREEN : Integer.MAX_VALUE;
        if (wish.height() > highest) {
            err.println("Without a display a picture of this width is at most %d pixels high; it is painted so."
                    .formatted(highest));
            err.flush();
        }
        var options = new DesktopOptions(
                wish.request(),
                theme(wish.theme()),
                headless,
                wish.snapshot(),
                wish.look(),
                wish.stream(),
                moment,
                wish.width(),
                Math.min(wish.height(), highest),
                wish.zone(),
                wish.fresh(),
                wish.sized(),
                wish.masks(),
                wish.maskKey(),
                said -> say(said, out, err));
        return Desktop.run(opener, options);
    }

    private static Optional<Theme> theme(String wished) {
        return wished.equals("last") ? Optional.empty() : Optional.of(Theme.valueOf(wished.toUpperCase(Locale.ROOT)));
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
