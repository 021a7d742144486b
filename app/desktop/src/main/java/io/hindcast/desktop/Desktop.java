package io.hindcast.desktop;

import io.hindcast.audit.verify.SnapshotVerifier;
import io.hindcast.desktop.DesktopOptions.Said;
import io.hindcast.desktop.compare.CompareModel;
import io.hindcast.engine.session.StoreOpener;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/// The window as a program.
public final class Desktop {
    /// It ran and was closed, or its picture was written.
    public static final int DONE = 0;

    /// No window could be made, or the picture could not be written.
    public static final int FAILED = 1;

    /// The store could not be opened, and nobody was there to choose another.
    public static final int NOT_OPENED = 3;

    private Desktop() {}

    /// Opens the window, or draws it without a display, and returns when it is over. Once in the life of a program:
    /// the toolkit cannot be started twice.
    ///
    /// Without a display, and without having been asked to do without, it draws the picture and says so.
    ///
    /// @return the exit code
    public static int run(StoreOpener opener, DesktopOptions options) {
        return run(opener, new SnapshotVerifier()::verify, options);
    }

    static int run(StoreOpener opener, CompareModel.Testing testing, DesktopOptions options) {
        DesktopOptions actual = options;
        if (!options.isHeadless() && !hasDisplay(System.getProperty("os.name", ""), System.getenv())) {
            options.said().accept(new Said.Trouble(
                    "There is no display (DISPLAY is not set), so the window is drawn into a picture instead."));
            actual = options.headless(true);
        }
        if (actual.isHeadless()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        return start(opener, testing, actual);
    }

    private static int start(StoreOpener opener, CompareModel.Testing testing, DesktopOptions options) {
        var exit = new CompletableFuture<Integer>();
        try {
            Platform.setImplicitExit(false);
            Platform.startup(() -> guarded(() -> new Running(opener, testing, options, exit::complete).start(), exit));
        } catch (UnsupportedOperationException | IllegalStateException failure) {
            options.said().accept(new Said.Trouble("The window cannot be opened (" + failure.getMessage()
                    + "). Use --headless --snapshot FILE to draw it into a picture."));
            return FAILED;
        }
        int code = exit.join();
        Platform.exit();
        return code;
    }

    private static void guarded(Runnable running, CompletableFuture<Integer> exit) {
        try {
            running.run();
        } catch (RuntimeException failure) {
            exit.completeExceptionally(failure);
        }
    }

    static boolean hasDisplay(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean asks = name.contains("linux") || name.contains("bsd");
        return !asks || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
