package io.hindcast.desktop.compare;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ChangeTable;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The stream's stored snapshots with their verdicts; a chosen one shows where it parts from the replay.
final class SnapshotsView extends BorderPane {
    private final CompareModel model;
    private final Texts texts;
    private final ListView<VerifiedSnapshot> list = new ListView<>();
    private final ChangeTable table;
    private final StackPane below = new StackPane();
    private final SplitPane split;

    SnapshotsView(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = new ChangeTable(texts.text("compare.snapshots"));
        list.setId("snapshots-list");
        list.setAccessibleText(texts.text("compare.snapshots"));
        list.setFixedCellSize(34);
        list.setCellFactory(_ -> new VerdictCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        below.getStyleClass().add("compare-below");
        split = new SplitPane(list, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        model.snapshotsProperty().subscribe(this::show);
        model.focus().masksProperty().subscribe((_, _) -> choose(list.getSelectionModel().getSelectedItem()));
        model.focus().lookProperty().subscribe((_, _) -> show(model.snapshotsProperty().get()));
    }

    private void show(List<VerifiedSnapshot> snapshots) {
        if (snapshots.equals(list.getItems()) && !snapshots.isEmpty()) {
            return;
        }
        list.setItems(FXCollections.observableList(snapshots));
        if (snapshots.isEmpty()) {
            setCenter(new EmptyState(
                    Feather.CAMERA, texts.text("compare.unsnapped"), texts.text("compare.unsnapped.next")));
            return;
        }
        setCenter(split);
        Optional<VerifiedSnapshot> worst = snapshots.stream()
                .filter(it -> it.outcome() instanceof Outcome.Drifts)
                .findFirst();
        list.getSelectionModel().select(worst.orElse(snapshots.getLast()));
    }

    private void choose(@Nullable VerifiedSnapshot chosen) {
        if (chosen == null) {
            below.getChildren().clear();
            return;
        }
        below.getChildren()
                .setAll(
                        switch (chosen.outcome()) {
                            case Outcome.Matches() ->
                                new EmptyState(
                                        Feather.CHECK_CIRCLE,
                                        texts.text("compare.matches"),
                                        texts.text("compare.matches.next", version(chosen)));
                            case Outcome.Unverifiable(String reason) ->
                                new EmptyState(
                                        Feather.HELP_CIRCLE,
                                        texts.text("compare.unverifiable"),
                                        model.focus().masks().text(chosen.snapshot().stream(), reason));
                            case Outcome.Drifts(var changes) -> {
                                table.show(
                                        model.focus().masks().changes(chosen.snapshot().stream(), changes),
                                        texts.text("compare.snapshot"),
                                        texts.text("compare.replay"));
                                yield table;
                            }
                        });
    }

    private static String version(VerifiedSnapshot one) {
        return "v" + one.snapshot().version();
    }

    private final class VerdictCell extends ListCell<VerifiedSnapshot> {
        private final Label version = new Label();
        private final Label time = new Label();
        private final Label verdict = new Label();
        private final HBox box;

        VerdictCell() {
            getStyleClass().add("verdict-cell");
            version.getStyleClass().add("hc-mono");
            version.setMinWidth(56);
            time.getStyleClass().add("compare-time");
            time.setMinWidth(0);
            HBox.setHgrow(time, Priority.ALWAYS);
            time.setMaxWidth(Double.MAX_VALUE);
            verdict.setMinWidth(USE_PREF_SIZE);
            var go = Icons.button(Feather.CROSSHAIR, texts.text("compare.go"), () -> {
                if (getItem() != null) {
                    model.goTo(getItem().snapshot());
                }
            });
            box = new HBox(8, version, time, verdict, go);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable VerifiedSnapshot one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                return;
            }
            version.setText(version(one));
            var zoned = new TimeText(model.focus().zoneProperty().get(), texts.locale());
            time.setText(one.snapshot().recordedAt().map(zoned::exact).orElse(one.snapshot().type()));
            switch (one.outcome()) {
                case Outcome.Matches() -> say("compare.verdict.matches", Feather.CHECK_CIRCLE, "good");
                case Outcome.Unverifiable _ -> say("compare.verdict.unverifiable", Feather.HELP_CIRCLE, "note");
                case Outcome.Drifts(var changes) -> {
                    say("compare.verdict.drifts", Feather.X_CIRCLE, "bad");
                    verdict.setText(texts.text("compare.verdict.drifts", changes.size()));
                }
            }
            setAccessibleText(version.getText() + ", " + verdict.getText());
            setGraphic(box);
        }

        private void say(String key, Feather icon, String kind) {
            verdict.setText(texts.text(key, 0));
            verdict.setGraphic(Icons.of(icon));
            verdict.getStyleClass().setAll("label", "verdict", "verdict-" + kind);
        }
    }
}
