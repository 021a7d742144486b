package io.hindcast.desktop.integrity;

import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Severity;
import io.hindcast.audit.integrity.Standing;
import io.hindcast.audit.integrity.Wording;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The checks of a run with how each ended.
final class CheckList extends ListView<CheckResult> {
    private final Texts texts;
    private final Wording wording;

    CheckList(Texts texts, Wording wording) {
        this.texts = texts;
        this.wording = wording;
        setId("integrity-checks");
        setAccessibleText(texts.text("integrity.checks"));
        getStyleClass().add("integrity-checks");
        setFixedCellSize(32);
        setCellFactory(_ -> new CheckCell());
    }

    private final class CheckCell extends ListCell<CheckResult> {
        private final FontIcon icon = Icons.of(Feather.CHECK);
        private final Label title = new Label();
        private final Label count = new Label();
        private final HBox box;

        CheckCell() {
            title.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            count.setMinWidth(USE_PREF_SIZE);
            box = new HBox(8, icon, title, count);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable CheckResult result, boolean empty) {
            super.updateItem(result, empty);
            if (empty || result == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            title.setText(wording.title(result.check()));
            setTooltip(new Tooltip(wording.question(result.check())));
            switch (result.standing()) {
                case Standing.Clean() -> say(Feather.CHECK_CIRCLE, "good", texts.text("integrity.clean"));
                case Standing.Found(long findings) -> say(found(result), kind(result), texts.text("integrity.number", findings));
                case Standing.Stopped(long findings) ->
                    say(Feather.PAUSE_CIRCLE, "idle", texts.text("integrity.stopped", findings));
                case Standing.NotApplicable _ -> say(Feather.MINUS, "idle", texts.text("integrity.notApplicable"));
            }
            setAccessibleText(title.getText() + ", " + count.getText());
            setGraphic(box);
        }

        private static Feather found(CheckResult result) {
            return result.check().severity() == Severity.DEFECT ? Feather.X_CIRCLE : Feather.INFO;
        }

        private static String kind(CheckResult result) {
            return result.check().severity() == Severity.DEFECT ? "defect" : "note";
        }

        private void say(Feather symbol, String kind, String words) {
            icon.setIconCode(symbol);
            icon.getStyleClass().setAll("ikonli-font-icon", "standing-icon", "standing-" + kind);
            count.setText(words);
            count.getStyleClass().setAll("label", "standing", "standing-" + kind);
            title.getStyleClass().setAll("label", kind.equals("idle") ? "standing-title-idle" : "standing-title");
        }
    }
}
