package io.hindcast.desktop.fake;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import org.testfx.api.FxRobot;

/// Runs pieces of a test on the screen's thread of a toolkit without a screen.
public final class Screen {
    private static final FxRobot ROBOT = new FxRobot();
    private static boolean started;
    private static boolean typing;

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

    /// The one that types and clicks in all windows, made before the first of them. The toolkit's robot keeps the window it typed
    /// into until that window closes, and only a window made after the robot tells it so: with a robot for each window, every
    /// window would keep the one before it.
    public static synchronized FxRobot robot() throws InterruptedException {
        start();
        if (!typing) {
            ROBOT.robotContext().getBaseRobot().retrieveMouse(); // the toolkit's robot is made when it is first asked
            typing = true;
        }
        return ROBOT;
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
