package io.hindcast.desktop.mask;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Reveal;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.whatif.EventPick;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A line across the window for as long as something is revealed: what, and the way to hide it again.
public final class RevealBanner extends HBox {
    private final Texts texts = Texts.of(RevealBanner.class);
    private final Label what = new Label();

    public RevealBanner(MaskModel model) {
        super(10);
        setId("reveal-banner");
        getStyleClass().add("reveal-banner");
        setAlignment(Pos.CENTER_LEFT);
        var word = new Label(texts.text("reveal.word"), Icons.of(Feather.EYE));
        word.getStyleClass().add("reveal-word");
        word.setMinWidth(USE_PREF_SIZE);
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var hide = new Button(texts.text("reveal.hide"));
        hide.setId("reveal-hide");
        hide.setMinWidth(USE_PREF_SIZE);
        hide.getStyleClass().add("reveal-button");
        hide.setOnAction(_ -> model.hideAgain());
        getChildren().addAll(word, what, hide);
        model.focus().masksProperty().subscribe(this::show);
    }

    private void show(Masks masks) {
        boolean any = !masks.revealed().isEmpty();
        setVisible(any);
        setManaged(any);
        what.setText(texts.text(
                "reveal.sentence",
                masks.revealed().stream().map(it -> name(masks, it)).distinct().collect(Collectors.joining(", "))));
        setAccessibleText(texts.text("reveal.word") + ". " + what.getText());
    }

    private String name(Masks masks, Reveal reveal) {
        return switch (reveal) {
            case Reveal.OfEvent(EventPick pick) ->
                masks.stream(pick.stream()) + " " + masks.eventId(pick.stream(), pick.shown());
            case Reveal.OfStream(String stream) -> masks.stream(stream);
            case Reveal.OfStore() -> texts.text("reveal.store");
        };
    }
}
