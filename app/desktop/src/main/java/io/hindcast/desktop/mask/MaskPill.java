package io.hindcast.desktop.mask;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Says at the foot of the window that masks are on, and by how many rules.
public final class MaskPill extends Button {
    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    private final Texts texts = Texts.of(MaskPill.class);

    /// @param open shows the rules, and the way to lift them
    public MaskPill(MaskModel model, Runnable open) {
        setId("mask-pill");
        getStyleClass().addAll("mask-pill", "flat");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(texts.text("mask.pill.tip")));
        setOnAction(_ -> open.run());
        model.focus().masksProperty().subscribe(this::show);
    }

    private void show(Masks masks) {
        boolean lifted = !masks.revealed().isEmpty();
        setVisible(!masks.isNone());
        setManaged(!masks.isNone());
        setGraphic(Icons.of(lifted ? Feather.EYE : Feather.EYE_OFF));
        setText(texts.text(lifted ? "mask.pill.lifted" : "mask.pill", masks.rules().masking().rules().all().size()));
        setAccessibleText(getText() + ". " + texts.text("mask.pill.tip"));
        pseudoClassStateChanged(LIFTED, lifted);
    }
}
