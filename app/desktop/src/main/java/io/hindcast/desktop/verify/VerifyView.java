package io.hindcast.desktop.verify;

import io.hindcast.audit.verify.HintText;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.question.JobBar;
import io.hindcast.desktop.question.ReportButton;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.verify.VerifyModel.Answer;
import io.hindcast.desktop.verify.VerifyModel.Narrowing;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All snapshots of the store with their verdicts, and the chosen one in full.
public final class VerifyView extends BorderPane {
    private final VerifyModel model;
    private final Texts texts = Texts.of(VerifyView.class);
    private final VerdictTable table;
    private final SplitPane split;
    private final Button run;
    private final Button goOn;
    private final Label foot = new Label();
    private final PaneHeader header;

    /// @param report where wishes for reports are heard
    public VerifyView(VerifyModel model, Consumer<ReportWish> report) {
        this.model = model;
        getStyleClass().add("verify");
        var hints = HintText.in(texts.locale());
        table = new VerdictTable(texts, hints, model.focus()::masks, model::goTo);
        table.setItems(model.shown());
        var drift = new DriftView(model, texts, hints);
        table.getSelectionModel().selectedItemProperty().subscribe(drift::show);
        split = new SplitPane(table, drift);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        run = new Button(texts.text("verify.run"));
        run.setId("verify-run");
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> run());
        goOn = new Button(texts.text("verify.goOn"));
        goOn.setId("verify-go-on");
        goOn.setOnAction(_ -> model.goOn());
        header = new PaneHeader(
                texts.text("verify.title"), segments(), ReportButton.of(ReportWish::ofSnapshots, report));
        foot.getStyleClass().add("question-foot");
        foot.setWrapText(true);
        var tools = new FlowPane(run, goOn);
        tools.getStyleClass().add("question-tools");
        setTop(new VBox(header, tools, new JobBar(model.job())));
        setBottom(foot);
        model.focus().masksProperty().subscribe((_, _) -> {
            table.refresh();
            drift.show(table.getSelectionModel().getSelectedItem());
        });
        model.answerProperty().subscribe(this::ended);
        model.job().runningProperty().subscribe((_, _) -> show());
        model.tested().subscribe(this::show);
        show();
    }

    private HBox segments() {
        var group = new ToggleGroup();
        var box = new HBox();
        box.getStyleClass().add("segments");
        for (Narrowing kind : Narrowing.values()) {
            var button = new ToggleButton(texts.text("verify.show." + kind.name()));
            button.setId("verify-" + kind.name());
            button.setToggleGroup(group);
            button.getStyleClass().add("segment");
            button.setMinWidth(USE_PREF_SIZE);
            button.setSelected(kind == model.narrowingProperty().get());
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.narrowingProperty().set(kind);
                show();
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private void run() {
        if (model.focus().indexing().phaseProperty().get() == Indexing.Phase.RUNNING) {
            foot.setText(texts.text("verify.reading"));
            return;
        }
        model.run();
    }

    /// The first drift is what everybody looks for.
    private void ended(Optional<Answer> answer) {
        show();
        if (answer.isPresent()) {
            Optional<VerifiedSnapshot> first = model.shown().stream()
                    .filter(one -> one.explanation().isPresent())
                    .findFirst();
            first.ifPresent(one -> {
                table.getSelectionModel().select(one);
                table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - 4));
            });
        }
    }

    private void show() {
        Optional<Answer> answer = model.answerProperty().get();
        boolean running = model.job().runningProperty().get();
        place(goOn, !running && answer.filter(it -> !it.extent().isComplete()).isPresent());
        run.setDisable(running);
        header.remark().setText(model.tested().isEmpty() ? "" : texts.text("verify.count", model.tested().size()));
        if (running || answer.isPresent()) {
            foot.setText(said(answer));
        } else {
            foot.setText("");
        }
        if (!model.shown().isEmpty()) {
            setCenter(split);
        } else if (running) {
            setCenter(new EmptyState(
                    Feather.CAMERA, texts.text("verify.running"), texts.text("verify.running.next")));
        } else if (answer.isPresent()) {
            boolean none = model.tested().isEmpty();
            setCenter(new EmptyState(
                    none ? Feather.CAMERA_OFF : Feather.CHECK_CIRCLE,
                    texts.text(none ? "verify.nothing" : "verify.noneOfThese"),
                    texts.text(none ? "verify.nothing.next" : "verify.noneOfThese.next")));
        } else {
            setCenter(new EmptyState(Feather.CAMERA, texts.text("verify.none"), texts.text("verify.none.next")));
        }
    }

    private String said(Optional<Answer> answer) {
        long drifts = model.count(Narrowing.DRIFTS);
        long unverifiable = model.count(Narrowing.UNVERIFIABLE);
        long all = model.tested().size();
        var said = new StringBuilder();
        if (answer.filter(it -> !it.extent().isComplete()).isPresent()) {
            said.append(texts.text("verify.partial")).append(' ');
        }
        said.append(texts.text("verify.summary", all, all - drifts - unverifiable, drifts, unverifiable));
        if (answer.filter(it -> it.fold().isGuess()).isPresent()) {
            said.append(' ').append(texts.text("verify.guess"));
        }
        return said.toString();
    }

    private static void place(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Puts the keys into the pane.
    public void takeKeys() {
        run.requestFocus();
    }
}
