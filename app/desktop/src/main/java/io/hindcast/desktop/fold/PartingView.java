package io.hindcast.desktop.fold;

import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ChangeTable;
import io.hindcast.engine.compare.Divergence;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The first event of the focused stream after which two folds part, and the fields that differ after it.
final class PartingView extends BorderPane {
    private final Draft draft;
    private final Texts texts;
    private final Label words = new Label();
    private final Button go;
    private final ChangeTable changes;
    private Optional<Divergence> shown = Optional.empty();

    PartingView(Draft draft, Texts texts) {
        this.draft = draft;
        this.texts = texts;
        changes = new ChangeTable(texts.text("trial.first"));
        words.setId("parting-words");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        go = new Button(texts.text("trial.go"), Icons.of(Feather.CROSSHAIR));
        go.getStyleClass().addAll("small", "flat");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> shown.ifPresent(draft::goTo));
        var line = new HBox(8, words, go);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("trial-line");
        setTop(line);
    }

    @SuppressWarnings("ReferenceEquality") // the very fold: rules tried again are compared again
    void show(Trial.Outcome outcome, Optional<Draft.Parting> parting) {
        boolean answered = parting.filter(it -> it.inUse() == outcome.inUse()).isPresent();
        shown = parting.flatMap(Draft.Parting::first);
        go.setDisable(shown.filter(it -> it.index() >= 0).isEmpty());
        if (!answered) {
            words.setText(texts.text("trial.comparing"));
            setCenter(null);
        } else if (shown.isEmpty()) {
            words.setText(texts.text("trial.agree", outcome.inUse().size()));
            setCenter(new EmptyState(Feather.CHECK, texts.text("trial.same"), texts.text("trial.agree.next")));
        } else {
            words.setText(place(shown.get()));
            changes.show(
                    draft.focus().masks().changes(outcome.inUse().stream(), shown.get().changes()), texts.text("trial.inUse"), texts.text("trial.edited"));
            setCenter(changes);
        }
    }

    private String place(Divergence divergence) {
        if (divergence.event().isEmpty()) {
            return texts.text("trial.parts.start");
        }
        var event = divergence.event().get();
        String version = event.version().isPresent() ? "v" + event.version().getAsLong() : Integer.toString(divergence.index() + 1);
        var time = new TimeText(draft.focus().zoneProperty().get(), texts.locale());
        String reason = divergence.otherProblem().or(divergence::problem).map(it -> " · " + draft.focus().masks().text(it)).orElse("");
        return texts.text("trial.parts", version, event.type(), time.exact(event.recordedAt())) + reason;
    }
}
