package io.hindcast.desktop.status;

import io.hindcast.connector.SourceInfo;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was verified so that nothing can be written: check, result, and whether it held; and what is not read.
final class ProofList extends VBox {
    private final Texts texts;
    private final VBox notRead = new VBox(8);

    ProofList(SourceInfo info, Texts texts) {
        super(8);
        this.texts = texts;
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
        getChildren().add(notRead);
        notRead.getChildren().add(muted(texts.text("status.notread.counting")));
    }

    /// Says what is not read, in the place of the word that it is being counted.
    void show(List<SourceInfo.NotRead> counted) {
        notRead.getChildren().setAll(counted.stream()
                .map(left -> muted(texts.text("status.notread", left.what(), left.rows(), left.why())))
                .toList());
    }

    private static Label muted(String text) {
        var words = new Label(text);
        words.getStyleClass().add("hc-muted");
        words.setWrapText(true);
        return words;
    }

    private static Label result(String text) {
        var label = new Label(text);
        label.getStyleClass().add("hc-mono");
        label.setWrapText(true);
        label.setMaxWidth(360);
        return label;
    }
}
