package io.hindcast.desktop.states;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.population.FieldTotal;
import io.hindcast.engine.state.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The exact totals of the columns shown, one row a field and currency. Takes no room while there are none.
final class TotalsTable extends TableView<TotalsTable.Line> {
    private static final int MOST_LINES = 6;
    private static final double LINE = 26;
    private static final double HEAD = 32;
    private final TableColumn<Line, String> currency;

    record Line(String field, String currency, String sum, long numbers, long others, long missing) {}

    TotalsTable(Texts texts) {
        setId("states-totals");
        setAccessibleText(texts.text("states.totals"));
        getStyleClass().add("question-table");
        setFixedCellSize(LINE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        currency = column(texts.text("states.currency"), 84, Line::currency);
        var sum = column(texts.text("states.sum"), 190, Line::sum);
        var numbers = column(texts.text("states.numbers"), 76, line -> "%,d".formatted(line.numbers()));
        var others = column(texts.text("states.others"), 104, line -> "%,d".formatted(line.others()));
        var missing = column(texts.text("states.missing"), 76, line -> "%,d".formatted(line.missing()));
        List.of(sum, numbers, others, missing).forEach(it -> it.getStyleClass().add("figures"));
        getColumns()
                .setAll(List.of(
                        column(texts.text("states.totals"), 140, Line::field), currency, sum, numbers, others, missing));
    }

    /// @param category of the states that were added up
    void show(List<FieldTotal> totals, boolean byCurrency, Masks masks, String category) {
        var lines = new ArrayList<Line>();
        for (FieldTotal total : totals) {
            total.sums().forEach((name, sum) -> lines.add(new Line(
                    ValueText.path(total.path()),
                    name,
                    ValueText.of(masks.totalAt(category, total.path(), Num.of(sum.value()))),
                    total.numbers(),
                    total.others(),
                    total.missing())));
        }
        currency.setVisible(byCurrency);
        setItems(FXCollections.observableList(lines));
        boolean any = !lines.isEmpty();
        setVisible(any);
        setManaged(any);
        double height = HEAD + LINE * Math.min(lines.size(), MOST_LINES);
        setMinHeight(any ? height : 0);
        setPrefHeight(height);
        setMaxHeight(height);
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
