package io.hindcast.bench.run;

import io.hindcast.desktop.theme.Theme;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// A window without a screen, whose pulses are timed.
final class Pulses implements AutoCloseable {
    private static final Screenful WHOLE = new Screenful(1_920, 1_080);
    private static final Screenful HEADLESS = new Screenful(1_000, 1_000); // that screen is no larger
    static final int SKIPPED = 10; // the first pulses of a scene lay it out
    private static final int PATIENCE_SECONDS = 600;

    private final Stage stage;

    /// The size of what is painted, in pixels.
    record Screenful(int width, int height) {
        boolean isWhole() {
            return equals(WHOLE);
        }

        @Override
        public String toString() {
            return width + " × " + height;
        }
    }

    private Pulses(Stage stage) {
        this.stage = stage;
    }

    static Pulses open() throws Exception {
        start();
        return new Pulses(on(() -> {
            Theme.LIGHT.apply();
            var made = new Stage(StageStyle.UNDECORATED);
            var scene = new Scene(new StackPane(), screenful().width(), screenful().height());
            scene.getStylesheets().add(Theme.sceneSheet());
            made.setScene(scene);
            made.show();
            return made;
        }));
    }

    /// What the goals speak of, where there is a screen for it. The toolkit has to be up.
    static Screenful screenful() {
        var screen = Screen.getPrimary().getBounds();
        return screen.getWidth() >= WHOLE.width() && screen.getHeight() >= WHOLE.height() ? WHOLE : HEADLESS;
    }

    /// The toolkit starts once in a process.
    private static void start() throws InterruptedException {
        var up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException _) {
            up.countDown();
        }
        up.await();
        Platform.setImplicitExit(false);
    }

    /// Runs a piece on the screen's thread.
    static <T> T on(Callable<T> piece) throws Exception {
        var task = new FutureTask<>(piece);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Shows something and moves it in each of so many pulses, after some that are not counted.
    ///
    /// @return nanoseconds from pulse to pulse
    long[] time(Parent content, Runnable move, int skipped, int pulses) throws Exception {
        var done = new CompletableFuture<long[]>();
        Platform.runLater(() -> {
            stage.getScene().setRoot(content);
            new Metronome(move, skipped, pulses, done).start();
        });
        return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        on(() -> {
            stage.close();
            return true;
        });
    }

    /// Notes the time between pulses, and moves something in each.
    private static final class Metronome extends AnimationTimer {
        private final Runnable move;
        private final CompletableFuture<long[]> done;
        private final long[] intervals;
        private int pulse;
        private long last = System.nanoTime();

        Metronome(Runnable move, int skipped, int pulses, CompletableFuture<long[]> done) {
            this.move = move;
            this.pulse = -skipped;
            this.intervals = new long[pulses];
            this.done = done;
        }

        @Override
        public void handle(long now) {
            long here = System.nanoTime();
            if (pulse >= 0) {
                intervals[pulse] = here - last;
            }
            last = here;
            pulse++;
            if (pulse == intervals.length) {
                stop();
                done.complete(intervals);
            } else {
                move.run();
            }
        }
    }
}
