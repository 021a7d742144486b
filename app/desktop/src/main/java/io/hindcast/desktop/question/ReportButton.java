package io.hindcast.desktop.question;

import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// The button of a pane that asks for a report of its question.
public final class ReportButton {
    private ReportButton() {}

    /// @param wish asked for at the press
    /// @param door where wishes for reports are heard
    public static Button of(Supplier<ReportWish> wish, Consumer<ReportWish> door) {
        Button button = Icons.button(
                Feather.FILE_TEXT, Texts.of(ReportButton.class).text("report"), () -> door.accept(wish.get()));
        button.getStyleClass().add("report-button");
        return button;
    }
}
