package io.hindcast.desktop.value;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/// How a masked value looks wherever it is shown: a quiet chip with the name of the rule, `masked: owner`.
public final class MaskChip extends Label {
    private static final String OPENING = "‹masked: ";

    private MaskChip(String words) {
        super(words);
        getStyleClass().add("mask-chip");
    }

    /// Fills a cell: a chip for what is masked, else words.
    public static void fill(Labeled cell, Shown shown) {
        fill(cell, shown, ValueText.of(shown));
    }

    /// Fills a cell with these words, unless the value is masked.
    public static void fill(Labeled cell, Shown shown, String words) {
        boolean masked = shown.isMasked();
        cell.setText(masked ? null : words);
        cell.setGraphic(masked ? new MaskChip(words(shown)) : null);
        cell.setContentDisplay(masked ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        cell.setAccessibleText(masked ? words(shown) : null);
    }

    /// `masked: owner`, in the language of the window, with what the rule lets stand behind it.
    static String words(Shown shown) {
        return words(shown.value());
    }

    private static String words(StateValue value) {
        String text = value instanceof Text(String inner) ? inner : "";
        int end = text.indexOf('›');
        return !text.startsWith(OPENING) || end < 0
                ? text
                : Texts.of(MaskChip.class).text("value.masked", text.substring(OPENING.length(), end))
                        + (end + 1 < text.length() ? " …" + text.substring(end + 1) : "");
    }
}
