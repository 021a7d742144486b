package io.hindcast.desktop.rollforward;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// The lines of a roll-forward in the order in which they add up.
final class LineTable extends TableView<LineTable.Line> {
    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum");
    private final TableColumn<Line, String> stream;
    private final TableColumn<Line, String> currency;

    /// @param stream "" for all of them together
    /// @param events -1 where none are counted
    /// @param isSum an opening or a closing
    record Line(String stream, String currency, String what, long events, Shown amount, boolean isSum) {}

    LineTable(Texts texts, Supplier<Masks> masks, Consumer<Line> open) {
        setId("roll-lines");
        setAccessibleText(texts.text("roll.title"));
        getStyleClass().add("question-table");
        setFixedCellSize(26);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        stream = column(texts.text("roll.stream"), 170, line -> masks.get().stream(line.stream()));
        currency = column(texts.text("roll.currency"), 80, Line::currency);
        var events = column(texts.text("roll.events.title"), 90, line -> line.events() < 0 ? "" : "%,d".formatted(line.events()));
        var amount = column(texts.text("roll.amount"), 190, line -> ValueText.of(line.amount()));
        List.of(events, amount).forEach(it -> it.getStyleClass().add("figures"));
        var what = column(texts.text("roll.line"), 200, Line::what);
        what.getStyleClass().add("words");
        getColumns().setAll(List.of(stream, currency, what, events, amount));
        setRowFactory(_ -> row(open));
        setOnKeyPressed(event -> {
            Line chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                event.consume();
            }
        });
    }

    private static TableRow<Line> row(Consumer<Line> open) {
        var row = new TableRow<Line>() {
            @Override
            protected void updateItem(@Nullable Line line, boolean empty) {
                super.updateItem(line, empty);
                pseudoClassStateChanged(SUM, !empty && line != null && line.isSum());
            }
        };
        row.setOnMouseClicked(_ -> {
            if (!row.isEmpty()) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    void show(List<Line> lines, boolean byStream) {
        stream.setVisible(byStream);
        currency.setVisible(lines.stream().anyMatch(line -> !line.currency().isEmpty()));
        setItems(FXCollections.observableList(lines));
    }

    private static TableColumn<Line, String> column(String title, double width, Function<Line, String> text) {
        var column = new TableColumn<Line, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        return column;
    }
}
