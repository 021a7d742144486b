package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.Standing;
import io.hindcast.audit.mark.Tick;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Marks, a line each; Enter or a double click goes there.
final class MarkTable extends TableView<Mark> {
    private static final double ROOM_FOR_WHO = 560;
    private static final double ROOM_FOR_WHEN = 640;
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final MarksModel model;
    private final Texts texts;

    MarkTable(MarksModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("marks-table");
        setAccessibleText(texts.text("marks.title"));
        getStyleClass().add("question-table");
        setFixedCellSize(28);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var kind = column("marks.column.kind", 60, this::kind);
        var standing = column("marks.column.standing", 160, this::standing);
        var place = column("marks.column.place", 160, (cell, mark) -> {
            cell.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            cell.setText(model.words().place(mark.binding()));
            cell.setTooltip(new Tooltip(cell.getText()));
        });
        var who = text("marks.column.who", 84, mark -> mark.last().who());
        var when = column("marks.column.when", 96, this::when);
        List.of(kind, standing).forEach(column -> column.setMinWidth(column.getPrefWidth()));
        List.of(kind, standing, who, when).forEach(column -> column.setMaxWidth(2 * column.getPrefWidth()));
        getColumns()
                .setAll(List.of(
                        kind,
                        standing,
                        place,
                        text("marks.column.text", 240, mark -> model.words().brief(mark, model.focus().marked().now().legend())),
                        who,
                        when));
        widthProperty().subscribe(width -> {
            when.setVisible(width.doubleValue() > ROOM_FOR_WHEN);
            who.setVisible(width.doubleValue() > ROOM_FOR_WHO);
        });
        setRowFactory(_ -> row());
        setOnKeyPressed(event -> {
            Mark chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                model.goTo(chosen);
                event.consume();
            }
        });
    }

    private TableRow<Mark> row() {
        var row = new TableRow<Mark>() {
            @Override
            protected void updateItem(@Nullable Mark mark, boolean empty) {
                super.updateItem(mark, empty);
                pseudoClassStateChanged(INVALID, mark != null && !empty && model.focus().marked().isInvalid(mark));
            }
        };
        row.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && !row.isEmpty()) {
                model.goTo(row.getItem());
            }
        });
        return row;
    }

    private void kind(TableCell<Mark, Mark> cell, Mark mark) {
        cell.setGraphic(Icons.of(MarkWords.icon(mark.kind()), "mark-sign", "mark-sign-" + mark.kind().word()));
        String symbol = mark.content() instanceof MarkContent.Tick(String name, _)
                ? model.focus().marked().now().legend().find(name).map(Tick::symbol).orElse("")
                : "";
        cell.setText(symbol);
        cell.setTooltip(new Tooltip(model.words().kind(mark.kind())));
        cell.setAccessibleText(model.words().kind(mark.kind()) + symbol);
    }

    private void standing(TableCell<Mark, Mark> cell, Mark mark) {
        Optional<Standing> standing = model.focus().marked().standing(mark);
        cell.setGraphic(Icons.of(MarkWords.icon(standing), "mark-sign", "mark-sign-" + MarkWords.tone(standing)));
        cell.setText(model.words().standing(standing));
        cell.setTooltip(new Tooltip(model.words().sentence(standing)));
    }

    private void when(TableCell<Mark, Mark> cell, Mark mark) {
        var time = new TimeText(model.focus().zoneProperty().get(), texts.locale());
        cell.setText(time.day(mark.last().at()));
        cell.setTooltip(new Tooltip(time.exact(mark.last().at())));
    }

    private TableColumn<Mark, Mark> text(String title, double width, Function<Mark, String> words) {
        return column(title, width, (cell, mark) -> cell.setText(words.apply(mark)));
    }

    private TableColumn<Mark, Mark> column(String title, double width, BiConsumer<TableCell<Mark, Mark>, Mark> fill) {
        var column = new TableColumn<Mark, Mark>(texts.text(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Mark mark, boolean empty) {
                super.updateItem(mark, empty);
                if (empty || mark == null) {
                    setText(null);
                    setGraphic(null);
                    setTooltip(null);
                } else {
                    fill.accept(this, mark);
                }
            }
        });
        return column;
    }
}
