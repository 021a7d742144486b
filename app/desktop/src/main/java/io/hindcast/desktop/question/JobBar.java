package io.hindcast.desktop.question;

import io.hindcast.desktop.theme.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// How far a long job is, in words and as a bar, and the button that stops it. Takes no room while nothing runs.
public final class JobBar extends HBox {
    private final LongJob job;
    private final Texts texts = Texts.of(JobBar.class);
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Subscription heard;

    public JobBar(LongJob job) {
        super(10);
        this.job = job;
        getStyleClass().addAll("banner", "banner-note", "job-bar");
        setAlignment(Pos.CENTER_LEFT);
        bar.setPrefWidth(140);
        bar.setMinWidth(60);
        words.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var stop = new Button(texts.text("job.stop"));
        stop.getStyleClass().addAll("flat", "small");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> job.stop());
        getChildren().addAll(bar, words, space, stop);
        heard = Subscription.combine(
                job.runningProperty().subscribe(this::show), job.doneProperty().subscribe(_ -> show()));
    }

    /// What it hears of its job, for a dialog that ends before the job does.
    public Subscription heard() {
        return heard;
    }

    private void show() {
        boolean running = job.runningProperty().get();
        setVisible(running);
        setManaged(running);
        long done = job.doneProperty().get();
        long total = job.totalProperty().get();
        bar.setProgress(total > 0 ? Math.min(1.0, done / (double) total) : ProgressBar.INDETERMINATE_PROGRESS);
        words.setText(total > 0 ? texts.text("job.of", done, total) : texts.text("job.done", done));
    }
}
