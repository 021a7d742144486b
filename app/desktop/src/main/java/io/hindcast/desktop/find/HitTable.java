package io.hindcast.desktop.find;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.TimeText;
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

/// What was found, in the order in which it was; a click or Enter goes there.
final class HitTable extends TableView<Hit> {
    private final TableColumn<Hit, String> until;
    private final TableColumn<Hit, String> what;

    HitTable(Texts texts, Supplier<TimeText> times, Supplier<Masks> masks, Consumer<Hit> open) {
        setId("find-hits");
        setAccessibleText(texts.text("find.title"));
        getStyleClass().add("question-table");
        setFixedCellSize(26);
        var version = column(texts.text("find.version"), 58, hit -> hit.version().isPresent() ? "v" + hit.version().getAsLong() : "");
        version.getStyleClass().add("figures");
        what = column("", 230, hit -> hit.what(masks.get(), texts.text("find.hidden")));
        until = column(texts.text("find.until"), 270, hit -> hit.until()
                .map(place -> (place.version().isPresent() ? "v" + place.version().getAsLong() + " · " : "")
                        + place.recordedAt().map(times.get()::exact).orElse(place.type()))
                .orElse(texts.text("find.holds")));
        getColumns()
                .setAll(List.of(
                        column(texts.text("find.stream"), 160, hit -> masks.get().stream(hit.stream())),
                        version,
                        what,
                        column(texts.text("find.type"), 130, Hit::type),
                        column(texts.text("find.time"), 220, hit -> hit.recordedAt().map(times.get()::exact).orElse("")),
                        until));
        setRowFactory(_ -> {
            var row = new TableRow<Hit>();
            row.setOnMouseClicked(_ -> {
                if (!row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        setOnKeyPressed(event -> {
            Hit chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                event.consume();
            }
        });
    }

    void layOut(boolean ofState, String title) {
        until.setVisible(ofState);
        what.setText(title);
        what.setPrefWidth(ofState ? 170 : 420);
    }

    private static TableColumn<Hit, String> column(String title, double width, Function<Hit, String> text) {
        var column = new TableColumn<Hit, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        return column;
    }
}
