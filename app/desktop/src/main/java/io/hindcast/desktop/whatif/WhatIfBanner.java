package io.hindcast.desktop.whatif;

import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.whatif.Alteration;
import io.hindcast.engine.whatif.Hypothesis;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A loud line across the window for as long as something is supposed: what, and the way back.
public final class WhatIfBanner extends HBox {
    private static final int MOST = 6;
    private final WhatIfModel model;
    private final Texts texts = Texts.of(WhatIfBanner.class);
    private final HBox chips = new HBox(6);

    /// @param compare shows what was recorded beside what is supposed
    public WhatIfBanner(WhatIfModel model, Runnable compare) {
        super(10);
        this.model = model;
        setId("whatif-banner");
        getStyleClass().add("whatif-banner");
        setAlignment(Pos.CENTER_LEFT);
        var word = new Label(texts.text("whatif.hypothetical"), Icons.of(Feather.GIT_BRANCH));
        word.getStyleClass().add("whatif-word");
        word.setMinWidth(USE_PREF_SIZE);
        var sentence = new Label(texts.text("whatif.sentence"));
        sentence.setId("whatif-sentence");
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        word,
                        chips,
                        sentence,
                        button("whatif.compare", compare),
                        button("whatif.back", model::takeAllBack));
        model.focus().hypothesisProperty().subscribe(this::show);
        model.focus().masksProperty().subscribe((_, _) -> show(model.focus().hypothesisProperty().get()));
    }

    private Button button(String key, Runnable what) {
        var button = new Button(texts.text(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("whatif-button");
        button.setOnAction(_ -> what.run());
        return button;
    }

    private void show(Hypothesis hypothesis) {
        setVisible(!hypothesis.isEmpty());
        setManaged(!hypothesis.isEmpty());
        List<Alteration> all = hypothesis.alterations();
        var shown = new ArrayList<Node>();
        all.stream().limit(MOST).forEach(one -> shown.add(chip(one)));
        if (all.size() > MOST) {
            shown.add(new Label(texts.text("whatif.more", all.size() - MOST)));
        }
        chips.getChildren().setAll(shown);
        setAccessibleText(texts.text("whatif.hypothetical") + ". " + texts.text("whatif.count", all.size()));
    }

    private Button chip(Alteration alteration) {
        String key = alteration instanceof Alteration.Mute ? "whatif.muted" : "whatif.replaced";
        var chip = new Button(texts.text(
                        key,
                        model.focus().masks().eventId(alteration.pick().stream(), alteration.pick().shown())), Icons.of(Feather.X));
        chip.getStyleClass().add("whatif-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setTooltip(new Tooltip(texts.text("whatif.takeBack", model.focus().masks().stream(alteration.pick().stream()))));
        chip.setAccessibleText(chip.getText() + ", " + chip.getTooltip().getText());
        chip.setOnAction(_ -> model.takeBack(alteration));
        return chip;
    }
}
