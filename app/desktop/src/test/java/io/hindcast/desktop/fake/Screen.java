package io.hindcast.desktop.fake;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;

/// Runs pieces of a test on the screen's thread of a toolkit without a screen.
public final class Screen {
    private static boolean started;

    private Screen() {}

    public static synchronized void start() throws InterruptedException {
        if (!started) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            var up = new CountDownLatch(1);
            try {
                Platform.startup(up::countDown);
                up.await();
            } catch (IllegalStateException _) {
                // another test of this JVM has started it
            }
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    public static <T> T on(Callable<T> piece) throws Exception {
        if (Platform.isFxApplicationThread()) {
            return piece.call();
        }
        start();
        var task = new FutureTask<>(piece);
        Platform.runLater(task);
        return task.get();
    }

    public static void theme(String sheet) {
        Application.setUserAgentStylesheet(sheet);
    }
}
