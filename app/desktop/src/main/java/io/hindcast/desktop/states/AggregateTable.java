package io.hindcast.desktop.states;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.fold.Comparison;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private final Supplier<Masks> masks;

    AggregateTable(Texts texts, Supplier<Masks> masks, Consumer<Aggregate> open) {
        this.texts = texts;
        this.masks = masks;
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
            Function<Aggregate, String> text = aggregate -> shown(masks.get().stateAt(aggregate.stream(), path, aggregate.state().at(path)));
            Comparator<Aggregate> order = order(path);
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
        String stream = masks.get().stream(aggregate.stream());
        return aggregate.deleted() ? stream + " · " + texts.text("states.deleted") : stream;
    }

    private static String shown(Shown value) {
        return value.isPresent() ? ValueText.of(value) : "";
    }

    /// By what is shown where something of it is masked: the order alone would tell.
    private Comparator<Aggregate> order(FieldPath path) {
        return (one, other) -> {
            Shown left = masks.get().stateAt(one.stream(), path, one.state().at(path));
            Shown right = masks.get().stateAt(other.stream(), path, other.state().at(path));
            return compare(left.value(), right.value());
        };
    }

    private static int rank(StateValue value) {
        return switch (value) {
            case Absent _ -> 0;
            case Null _ -> 1;
            case Bool(boolean yes) -> yes ? 3 : 2;
            case Num _ -> 4;
            case Text _ -> 5;
            case Items _ -> 6;
            case Fields _ -> 7;
            case Opaque _ -> 8;
        };
    }

    /// Numbers by value, text by character order, everything else by its kind; what is missing first.
    private static int compare(StateValue one, StateValue other) {
        if (Comparison.LESS.holds(one, other).orElse(false)) {
            return -1;
        }
        if (Comparison.GREATER.holds(one, other).orElse(false)) {
            return 1;
        }
        boolean comparable = Comparison.LESS.holds(one, other).isPresent();
        return comparable ? 0 : Integer.compare(rank(one), rank(other));
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
