package io.hindcast.desktop.integrity;

import io.hindcast.audit.integrity.Finding;
import io.hindcast.audit.integrity.Wording;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/// Findings, a line each; a click or Enter goes there.
final class FindingTable extends TableView<Finding> {
    private final Texts texts;

    FindingTable(Texts texts, Wording wording, Supplier<Masks> masks, Consumer<Finding> open) {
        this.texts = texts;
        setId("integrity-findings");
        setAccessibleText(texts.text("integrity.findings"));
        getStyleClass().add("question-table");
        setFixedCellSize(26);
        var version = column("integrity.version", 58, one -> one.place().version().isPresent() ? "v" + one.place().version().getAsLong() : "");
        version.getStyleClass().add("figures");
        var position = column("integrity.position", 72, one -> one.place().position().map(Object::toString).orElse(""));
        position.getStyleClass().add("figures");
        var evidence = column("integrity.evidence", 420, one -> masks.get().text(one.place().stream(), wording.text(one.evidence())));
        evidence.getStyleClass().add("words");
        getColumns()
                .setAll(List.of(
                        column("integrity.stream", 150, one -> masks.get().stream(one.place().stream())),
                        version,
                        evidence,
                        position,
                        column("integrity.event", 260, one -> one.place()
                                .eventId()
                                .map(it -> masks.get().eventId(one.place().stream(), it))
                                .orElse(""))));
        setRowFactory(_ -> {
            var row = new TableRow<Finding>();
            row.setOnMouseClicked(_ -> {
                if (!row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        setOnKeyPressed(event -> {
            Finding chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                event.consume();
            }
        });
    }

    private TableColumn<Finding, String> column(String title, double width, Function<Finding, String> text) {
        var column = new TableColumn<Finding, String>(texts.text(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        return column;
    }
}
