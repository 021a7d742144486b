package io.hindcast.desktop.status;

import io.hindcast.connector.SourceInfo;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was verified so that nothing can be written: check, result, and whether it held.
final class ProofList extends VBox {
    ProofList(SourceInfo info, Texts texts) {
        super(8);
        getStyleClass().add("proof-list");
        var title = new Label(texts.text("status.proof.title"));
        title.getStyleClass().add("proof-title");
        var grid = new GridPane(12, 6);
        for (int row = 0; row < info.readOnlyProof().size(); row++) {
            SourceInfo.Proof proof = info.readOnlyProof().get(row);
            FontIcon icon = proof.held()
                    ? Icons.of(Feather.CHECK_CIRCLE, "hc-good-icon")
                    : Icons.of(Feather.X_CIRCLE, "hc-bad-icon");
            icon.setAccessibleText(texts.text(proof.held() ? "status.proof.held" : "status.proof.failed"));
            grid.addRow(row, icon, new Label(proof.check()), result(proof.result()));
        }
        getChildren().addAll(title, grid);
        if (info.readOnlyProof().isEmpty()) {
            getChildren().add(new Label(texts.text("status.proof.empty")));
        }
        for (SourceInfo.NotRead left : info.notRead()) {
            var words = new Label(texts.text("status.notread", left.what(), left.rows(), left.why()));
            words.getStyleClass().add("hc-muted");
            words.setWrapText(true);
            getChildren().add(words);
        }
    }

    private static Label result(String text) {
        var label = new Label(text);
        label.getStyleClass().add("hc-mono");
        label.setWrapText(true);
        label.setMaxWidth(360);
        return label;
    }
}
