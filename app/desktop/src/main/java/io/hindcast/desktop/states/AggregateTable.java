package io.hindcast.desktop.states;

import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.fold.Comparison;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// One row an aggregate, virtual. Sorting compares numbers exactly; a click or Enter goes there.
final class AggregateTable extends TableView<Aggregate> {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private final Texts texts;

    AggregateTable(Texts texts, Consumer<Aggregate> open) {
        this.texts = texts;
        setId("states-table");
        setAccessibleText(texts.text("states.title"));
        getStyleClass().add("question-table");
        setFixedCellSize(26);
        setRowFactory(_ -> row(open));
        setOnKeyPressed(event -> {
            Aggregate chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                event.consume();
            }
        });
    }

    private TableRow<Aggregate> row(Consumer<Aggregate> open) {
        var row = new TableRow<Aggregate>() {
            @Override
            protected void updateItem(@Nullable Aggregate aggregate, boolean empty) {
                super.updateItem(aggregate, empty);
                long problems = empty || aggregate == null ? 0 : aggregate.problems();
                pseudoClassStateChanged(PROBLEM, problems > 0);
                setTooltip(problems > 0 ? new Tooltip(texts.text("states.row.unreliable", problems)) : null);
            }
        };
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    void show(List<Aggregate> rows, List<FieldPath> fields) {
        var columns = new ArrayList<TableColumn<Aggregate, ?>>();
        columns.add(column(texts.text("states.stream"), 190, this::name, Comparator.comparing(Aggregate::stream)));
        columns.add(figures(
                texts.text("states.version"),
                70,
                aggregate -> aggregate.version().isPresent() ? Long.toString(aggregate.version().getAsLong()) : "",
                Comparator.comparingLong(aggregate -> aggregate.version().orElse(-1))));
        for (FieldPath path : fields) {
            boolean numeric = rows.stream().limit(200).anyMatch(row -> row.state().at(path) instanceof Num);
            Function<Aggregate, String> text = aggregate -> shown(aggregate.state().at(path));
            Comparator<Aggregate> order = Comparator.comparing(aggregate -> aggregate.state().at(path), AggregateTable::compare);
            columns.add(
                    numeric
                            ? figures(ValueText.path(path), 130, text, order)
                            : column(ValueText.path(path), 120, text, order));
        }
        getColumns().setAll(columns);
        var sorted = new SortedList<>(FXCollections.observableList(rows));
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    private String name(Aggregate aggregate) {
        return aggregate.deleted() ? aggregate.stream() + " · " + texts.text("states.deleted") : aggregate.stream();
    }

    private static String shown(StateValue value) {
        return value.isPresent() ? ValueText.of(value) : "";
    }

    /// Numbers by value, text by character order, everything else by how it is shown; what is missing first.
    private static int compare(StateValue one, StateValue other) {
        if (Comparison.LESS.holds(one, other).orElse(false)) {
            return -1;
        }
        if (Comparison.GREATER.holds(one, other).orElse(false)) {
            return 1;
        }
        boolean comparable = Comparison.LESS.holds(one, other).isPresent();
        return comparable ? 0 : shown(one).compareTo(shown(other));
    }

    private TableColumn<Aggregate, Aggregate> figures(
            String title, double width, Function<Aggregate, String> text, Comparator<Aggregate> order) {
        var column = column(title, width, text, order);
        column.getStyleClass().add("figures");
        return column;
    }

    private static TableColumn<Aggregate, Aggregate> column(
            String title, double width, Function<Aggregate, String> text, Comparator<Aggregate> order) {
        var column = new TableColumn<Aggregate, Aggregate>(title);
        column.setPrefWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(here -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Aggregate aggregate, boolean empty) {
                super.updateItem(aggregate, empty);
                setText(empty || aggregate == null ? null : text.apply(aggregate));
                setAlignment(here.getStyleClass().contains("figures") ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            }
        });
        return column;
    }
}
