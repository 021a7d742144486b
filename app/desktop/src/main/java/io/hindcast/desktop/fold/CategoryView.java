package io.hindcast.desktop.fold;

import io.hindcast.desktop.focus.ShownChange;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.compare.Divergence;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Every stream of the focused category in which two folds part, with the first event of each.
final class CategoryView extends BorderPane {
    private final Draft draft;
    private final Texts texts;
    private final CategoryRun run;
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button start = new Button();
    private final ListView<Divergence> list = new ListView<>();
    private Optional<Trial.Outcome> offered = Optional.empty();

    CategoryView(Draft draft, Texts texts) {
        this.draft = draft;
        this.texts = texts;
        this.run = new CategoryRun(draft.focus());
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        progress.setPrefWidth(90);
        progress.setMinWidth(60);
        start.setId("category-start");
        start.setMinWidth(USE_PREF_SIZE);
        start.getStyleClass().addAll("small");
        start.setOnAction(_ -> startOrStop());
        var line = new HBox(8, words, progress, start);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("trial-line");
        list.setId("category-list");
        list.setFixedCellSize(30);
        list.setAccessibleText(texts.text("trial.category"));
        list.setCellFactory(_ -> new DivergenceCell());
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                go(list.getSelectionModel().getSelectedItem());
            }
        });
        setTop(line);
        setCenter(list);
        run.findingsProperty().subscribe((_, _) -> show());
        run.runningProperty().subscribe((_, _) -> show());
        draft.focus().masksProperty().subscribe((_, _) -> list.refresh());
        show();
    }

    void offer(Trial.Outcome outcome) {
        offered = Optional.of(outcome);
        show();
    }

    private void go(@Nullable Divergence divergence) {
        if (divergence != null) {
            draft.goTo(divergence);
        }
    }

    private void startOrStop() {
        if (run.runningProperty().get()) {
            run.stop();
            return;
        }
        var store = draft.focus().storeProperty().get();
        if (store.isPresent() && offered.isPresent()) {
            Trial.Outcome outcome = offered.get();
            run.start(store.get(), outcome.inUse().category(), outcome.inUse().fold(), outcome.edited().fold());
        }
    }

    private void show() {
        CategoryRun.Findings findings = run.findingsProperty().get();
        boolean running = run.runningProperty().get();
        progress.setVisible(running);
        progress.setManaged(running);
        progress.setProgress(findings.streams() == 0 ? -1 : (double) findings.compared() / findings.streams());
        start.setText(texts.text(running ? "fold.cancel" : "trial.start"));
        start.setGraphic(Icons.of(running ? Feather.X : Feather.PLAY));
        String category = offered.map(it -> it.inUse().category()).orElse("");
        words.setText(
                findings.streams() == 0 && !running
                        ? texts.text("trial.category.offer", category)
                        : texts.text(
                                running || findings.isComplete() ? "trial.category.found" : "trial.category.partial",
                                findings.category(),
                                findings.found().size(),
                                findings.compared(),
                                findings.streams()));
        if (list.getItems().size() != findings.found().size() || findings.found().isEmpty()) {
            list.setItems(FXCollections.observableList(findings.found()));
        }
        String key = findings.isComplete() ? "trial.category.none" : "trial.category.idle";
        list.setPlaceholder(new EmptyState(
                findings.isComplete() ? Feather.CHECK : Feather.LAYERS, texts.text(key), texts.text(key + ".next")));
    }

    private final class DivergenceCell extends ListCell<Divergence> {
        private final Label stream = new Label();
        private final Label event = new Label();
        private final Label fields = new Label();
        private final HBox box;

        DivergenceCell() {
            getStyleClass().add("divergence-cell");
            stream.getStyleClass().add("hc-mono");
            stream.setMinWidth(120);
            event.setMinWidth(80);
            fields.getStyleClass().addAll("hc-mono", "hc-muted");
            fields.setMinWidth(0);
            fields.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(fields, Priority.ALWAYS);
            var go = Icons.button(Feather.CROSSHAIR, texts.text("trial.go"), () -> go(getItem()));
            box = new HBox(10, stream, event, fields, go);
            box.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2) {
                    go(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Divergence divergence, boolean empty) {
            super.updateItem(divergence, empty);
            if (empty || divergence == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            stream.setText(draft.focus().masks().stream(divergence.stream()));
            event.setText(divergence
                    .event()
                    .map(it -> (it.version().isPresent() ? "v" + it.version().getAsLong() + " " : "") + it.type())
                    .orElse(texts.text("trial.start.state")));
            fields.setText(changes(divergence));
            setAccessibleText(stream.getText() + ", " + event.getText() + ", " + fields.getText());
            setGraphic(box);
        }

        private String changes(Divergence divergence) {
            ShownChange one = draft.focus().masks().change(divergence.stream(), divergence.changes().getFirst());
            String words = ValueText.path(one.path()) + "  " + ValueText.of(one.before()) + " | " + ValueText.of(one.after());
            int more = divergence.changes().size() - 1;
            return more == 0 ? words : words + "  +" + more;
        }
    }
}
