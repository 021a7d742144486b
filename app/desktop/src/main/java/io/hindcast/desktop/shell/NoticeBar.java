package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Icons;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A sentence below the header; never a window of its own, so that nothing stands still.
final class NoticeBar extends HBox {
    private final Label words = new Label();

    NoticeBar(Focus focus, String dismiss) {
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setId("notice");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, Icons.button(Feather.X, dismiss, focus::dismissNotice));
        focus.noticeProperty().subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        notice.ifPresent(it -> {
            words.setText(it.sentence());
            String kind =
                    switch (it.severity()) {
                        case INFORMATION -> "banner-note";
                        case WARNING -> "banner-warn";
                        case TROUBLE -> "banner-trouble";
                    };
            words.setGraphic(Icons.of(it.severity() == Notice.Severity.INFORMATION ? Feather.INFO : Feather.ALERT_TRIANGLE));
            getStyleClass().setAll("banner", kind, "notice-bar");
        });
    }
}
