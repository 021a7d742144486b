package io.hindcast.desktop.verify;

import io.hindcast.audit.verify.EventName;
import io.hindcast.audit.verify.Explanation;
import io.hindcast.audit.verify.HintText;
import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ChangeTable;
import io.hindcast.engine.replay.Moment;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One tested snapshot: where it differs, since when, what happened perhaps, and the ways to these places.
final class DriftView extends BorderPane {
    private final VerifyModel model;
    private final Texts texts;
    private final HintText hints;
    private final ChangeTable changes;

    DriftView(VerifyModel model, Texts texts, HintText hints) {
        this.model = model;
        this.texts = texts;
        this.hints = hints;
        this.changes = new ChangeTable(texts.text("verify.differences"));
        getStyleClass().add("drift");
    }

    void show(@Nullable VerifiedSnapshot one) {
        setTop(null);
        if (one == null) {
            setCenter(new EmptyState(Feather.CAMERA, texts.text("verify.choose"), texts.text("verify.choose.next")));
            return;
        }
        switch (one.outcome()) {
            case Outcome.Matches() ->
                setCenter(new EmptyState(
                        Feather.CHECK_CIRCLE, texts.text("verify.matches.title"), texts.text("verify.matches.next"), go(one)));
            case Outcome.Unverifiable(String reason) ->
                setCenter(new EmptyState(Feather.HELP_CIRCLE, texts.text("verify.unverifiable"), masks().text(one.snapshot().stream(), reason), go(one)));
            case Outcome.Drifts(var differing) -> {
                changes.show(
                        masks().changes(one.snapshot().stream(), differing), texts.text("verify.snapshot"), texts.text("verify.replay"));
                setCenter(changes);
                setTop(story(one));
            }
        }
    }

    private Masks masks() {
        return model.focus().masks();
    }

    private Button go(VerifiedSnapshot one) {
        return button(texts.text("verify.go", "v" + one.snapshot().version()), () -> model.goTo(one));
    }

    private Node story(VerifiedSnapshot one) {
        var ways = new FlowPane(8, 6, go(one));
        var box = new VBox(6);
        box.getStyleClass().add("drift-story");
        one.explanation().ifPresent(it -> {
            var hint = new Label(masks().text(one.snapshot().stream(), hints.text(it.hint())));
            hint.setWrapText(true);
            hint.getStyleClass().add("drift-hint");
            hint.setId("verify-hint");
            var between = new Label(between(it));
            between.setWrapText(true);
            between.getStyleClass().add("drift-between");
            box.getChildren().addAll(hint, between);
            ways(one, it, ways);
        });
        box.getChildren().add(ways);
        return box;
    }

    private String between(Explanation explanation) {
        return explanation.lastAgreeing().isPresent()
                ? texts.text(
                        "verify.between", "v" + explanation.lastAgreeing().getAsLong(), explanation.between())
                : texts.text("verify.between.none", explanation.between());
    }

    private void ways(VerifiedSnapshot one, Explanation explanation, FlowPane ways) {
        String stream = one.snapshot().stream();
        explanation.lastAgreeing().ifPresent(version -> ways.getChildren()
                .add(button(
                        texts.text("verify.go.agreeing", "v" + version),
                        () -> model.goTo(stream, new Destination.AtMoment(new Moment.AtVersion(version))))));
        explanation.partsAt().ifPresent(event -> ways.getChildren().add(parting(stream, event)));
    }

    private Button parting(String stream, EventName event) {
        var button = button(
                texts.text("verify.go.parting", event.text()),
                () -> model.goTo(stream, new Destination.AtIndex(event.index())));
        button.setId("verify-parting");
        button.getStyleClass().add("accent");
        return button;
    }

    private static Button button(String name, Runnable action) {
        var button = new Button(name);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
