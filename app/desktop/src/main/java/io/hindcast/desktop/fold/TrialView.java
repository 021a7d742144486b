package io.hindcast.desktop.fold;

import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ChangeTable;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.replay.Problem;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// What the written rules would do: to the state at the focused event, from which event on, in which streams.
final class TrialView extends BorderPane {
    private static final double NARROW = 560;
    private final Draft draft;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton here = choice("trial.here");
    private final ToggleButton first = choice("trial.first");
    private final ToggleButton category = choice("trial.category");
    private final PaneHeader header;
    private final ChangeTable changes;
    private final PartingView parting;
    private final CategoryView everywhere;

    TrialView(Draft draft, Texts texts) {
        this.draft = draft;
        this.texts = texts;
        getStyleClass().add("trial");
        here.setText(texts.text("trial.here"));
        first.setText(texts.text("trial.first"));
        category.setText(texts.text("trial.category"));
        var choices = new HBox(here, first, category);
        choices.getStyleClass().add("segments");
        header = new PaneHeader(texts.text("trial.title"), choices);
        header.remark().setId("trial-remark");
        header.remark().setTooltip(new Tooltip());
        header.remark().getTooltip().textProperty().bind(header.remark().textProperty());
        header.name().managedProperty().bind(header.widthProperty().greaterThan(NARROW));
        header.name().visibleProperty().bind(header.name().managedProperty());
        changes = new ChangeTable(texts.text("trial.here"));
        changes.setId("trial-changes");
        changes.setPlaceholder(
                new EmptyState(Feather.CHECK, texts.text("trial.same"), texts.text("trial.same.next")));
        parting = new PartingView(draft, texts);
        everywhere = new CategoryView(draft, texts);
        setTop(header);
        here.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
            show();
        });
        draft.trialProperty().subscribe((_, _) -> show());
        draft.partingProperty().subscribe((_, _) -> show());
        draft.focus().masksProperty().subscribe((_, _) -> show());
        show();
    }

    private ToggleButton choice(String id) {
        var button = new ToggleButton();
        button.setId(id.replace('.', '-'));
        button.setToggleGroup(group);
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show() {
        Optional<Trial> trial = draft.trialProperty().get();
        Optional<Trial.Outcome> outcome = trial.flatMap(Trial::outcome);
        header.remark().setText(outcome.map(this::remark).orElse(""));
        if (outcome.isEmpty()) {
            setCenter(nothing(trial));
        } else if (here.isSelected()) {
            changes.show(
                    draft.focus().masks().changes(outcome.get().inUse().stream(), outcome.get().changes()), texts.text("trial.inUse"), texts.text("trial.edited"));
            setCenter(changes);
        } else if (first.isSelected()) {
            parting.show(outcome.get(), draft.partingProperty().get());
            setCenter(parting);
        } else {
            everywhere.offer(outcome.get());
            setCenter(everywhere);
        }
    }

    private EmptyState nothing(Optional<Trial> trial) {
        boolean rejected = trial.filter(it -> it.compiled() instanceof Compiled.Rejected).isPresent();
        String key = rejected ? "trial.rejected" : trial.isEmpty() ? "trial.untried" : "trial.unchosen";
        return new EmptyState(rejected ? Feather.X_CIRCLE : Feather.EDIT_3, texts.text(key), texts.text(key + ".next"));
    }

    private String remark(Trial.Outcome outcome) {
        var words = new StringBuilder(texts.text("trial.differ", outcome.changes().size()));
        Trial.Explained snapshots = outcome.snapshots();
        if (snapshots.compared() > 0) {
            words.append(" · ").append(texts.text("trial.explained", snapshots.agreeing(), snapshots.compared()));
        }
        List<Problem> problems = outcome.edited().problems();
        if (!problems.isEmpty()) {
            words.append(" · ").append(texts.text("trial.problems", problems.size()));
        }
        return words.toString();
    }
}
