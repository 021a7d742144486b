package io.hindcast.desktop.integrity;

import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Coverage;
import io.hindcast.audit.integrity.IntegrityResult;
import io.hindcast.audit.integrity.Severity;
import io.hindcast.audit.integrity.Standing;
import io.hindcast.audit.integrity.Wording;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.question.JobBar;
import io.hindcast.desktop.question.ReportButton;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The checks of the store beside the findings of the chosen one, and what the run covered.
public final class IntegrityView extends BorderPane {
    /// Below this the two do not fit beside each other.
    private static final double NARROW = 600;

    private final IntegrityModel model;
    private final Texts texts = Texts.of(IntegrityView.class);
    private final CheckList checks;
    private final SplitPane split;
    private final Button run;
    private final Label foot = new Label();
    private final PaneHeader header;

    /// @param report where wishes for reports are heard
    public IntegrityView(IntegrityModel model, Consumer<ReportWish> report) {
        this.model = model;
        getStyleClass().add("integrity");
        var wording = Wording.in(texts.locale());
        checks = new CheckList(texts, wording);
        checks.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.show(chosen, 0);
            }
        });
        split = new SplitPane(checks, new FindingsView(model, texts, wording));
        SplitPane.setResizableWithParent(checks, false);
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(narrow -> {
            split.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
            split.setDividerPositions(narrow ? 0.5 : 0.38);
        });
        run = new Button(texts.text("integrity.run"));
        run.setId("integrity-run");
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> run());
        header = new PaneHeader(texts.text("integrity.title"), ReportButton.of(ReportWish::ofIntegrity, report));
        foot.getStyleClass().add("question-foot");
        foot.setWrapText(true);
        var tools = new FlowPane(run);
        tools.getStyleClass().add("question-tools");
        setTop(new VBox(header, tools, new JobBar(model.job())));
        setBottom(foot);
        model.resultProperty().subscribe(this::show);
        model.job().runningProperty().subscribe((_, _) -> show(model.resultProperty().get()));
    }

    private void run() {
        if (model.focus().indexing().phaseProperty().get() == Indexing.Phase.RUNNING) {
            foot.setText(texts.text("integrity.reading"));
            return;
        }
        model.run();
    }

    private void show(Optional<IntegrityResult> result) {
        boolean running = model.job().runningProperty().get();
        run.setDisable(running);
        if (result.isEmpty()) {
            checks.getItems().clear();
            header.remark().setText("");
            foot.setText("");
            String key = running ? "integrity.running" : "integrity.none";
            setCenter(new EmptyState(Feather.SHIELD, texts.text(key), texts.text(key + ".next")));
            return;
        }
        IntegrityResult found = result.get();
        header.remark()
                .setText(texts.text("integrity.count", found.total(Severity.DEFECT), found.total(Severity.NOTE)));
        foot.setText(String.join(" ", covered(found.coverage())));
        setCenter(split);
        if (!found.results().equals(checks.getItems())) {
            checks.setItems(FXCollections.observableList(found.results()));
            checks.getSelectionModel().select(first(found.results()));
        }
    }

    /// The first check that found something.
    private static int first(List<CheckResult> results) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).standing() instanceof Standing.Found) {
                return i;
            }
        }
        return 0;
    }

    private List<String> covered(Coverage coverage) {
        var said = new ArrayList<String>();
        if (!coverage.isComplete()) {
            said.add(texts.text("integrity.partial"));
        }
        said.add(texts.text(
                "integrity.coverage",
                coverage.scanned(),
                coverage.events(),
                coverage.streams(),
                coverage.unreadable()));
        if (coverage.later() > 0) {
            said.add(texts.text("integrity.later", coverage.later()));
        }
        if (coverage.gone() > 0) {
            said.add(texts.text("integrity.gone", coverage.gone()));
        }
        return said;
    }

    /// Puts the keys into the pane.
    public void takeKeys() {
        run.requestFocus();
    }
}
