package io.hindcast.desktop.events;

import io.hindcast.audit.mark.Mark;
import io.hindcast.desktop.focus.Marked;
import io.hindcast.desktop.sign.MarkSigns;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.TypeChip;
import io.hindcast.engine.whatif.Alteration;
import io.hindcast.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The columns and cells of the event table.
final class EventCells {
    static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");
    static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    static final PseudoClass BASELINE = PseudoClass.getPseudoClass("baseline");

    static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    static final PseudoClass REPLACED = PseudoClass.getPseudoClass("replaced");

    /// Room for three signs.
    static final double MARKS = 54;

    private EventCells() {}

    /// A column of plain text.
    static TableColumn<EventRow, EventRow> text(
            String title, double width, Pos alignment, String styleClass, Function<EventRow, String> words) {
        return column(title, width, (cell, row) -> {
            cell.setText(words.apply(row));
            cell.setAlignment(alignment);
        }, styleClass);
    }

    /// The type with its colour.
    static TableColumn<EventRow, EventRow> type(
            String title, double width, Function<EventRow, String> gapWords, ToIntFunction<String> slots) {
        var column = column(title, width, (_, _) -> {}, "event-type");
        column.setCellFactory(_ -> new TableCell<>() {
            private final TypeChip chip = new TypeChip();

            @Override
            protected void updateItem(@Nullable EventRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(row instanceof EventRow.Gap ? gapWords.apply(row) : null);
                if (row instanceof EventRow.OfEvent event) {
                    chip.show(
                            event.event().type(), slots.applyAsInt(event.event().type()));
                    setGraphic(chip);
                } else {
                    setGraphic(null);
                }
            }
        });
        return column;
    }

    /// Signs of trouble: an icon each, with words on hover.
    static TableColumn<EventRow, EventRow> trouble(String name, Function<EventRow, String> words) {
        var column = column("", 30, (cell, row) -> {
            String said = words.apply(row);
            cell.setGraphic(said.isEmpty() ? null : Icons.of(Feather.ALERT_TRIANGLE, "hc-warn-icon"));
            cell.setTooltip(said.isEmpty() ? null : new Tooltip(said));
            cell.setAccessibleText(said.isEmpty() ? name : said);
            cell.setAlignment(Pos.CENTER);
        }, "event-trouble");
        column.setResizable(false);
        return column;
    }

    /// What people have marked: a sign for each kind, with words on hover.
    static TableColumn<EventRow, EventRow> marks(Marked marked, MarkWords words) {
        var column = column("", MARKS, (cell, row) -> {
            List<Mark> here = row instanceof EventRow.OfEvent event ? marked.now().of(event.event()) : List.of();
            var signs = new MarkSigns();
            cell.setGraphic(signs.show(here, marked, 3) ? signs : null);
            String said = words.lines(here, marked);
            cell.setTooltip(said.isEmpty() ? null : new Tooltip(said));
            cell.setAccessibleText(said);
            cell.setAlignment(Pos.CENTER_LEFT);
        }, "event-marks-cell");
        column.setMinWidth(MARKS);
        column.setMaxWidth(MARKS);
        column.setResizable(false);
        return column;
    }

    private static TableColumn<EventRow, EventRow> column(
            String title, double width, BiConsumer<TableCell<EventRow, EventRow>, EventRow> fill, String styleClass) {
        var column = new TableColumn<EventRow, EventRow>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(styleClass);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable EventRow row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null) {
                    setText(null);
                    setGraphic(null);
                    setTooltip(null);
                } else {
                    fill.accept(this, row);
                }
            }
        });
        return column;
    }

    /// Rows that say by their look what they are.
    static TableRow<EventRow> row(Function<Integer, Boolean> isBaseline, Function<Event, Optional<Alteration>> supposed) {
        return new TableRow<>() {
            @Override
            protected void updateItem(@Nullable EventRow row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(GAP, !empty && row instanceof EventRow.Gap);
                boolean event = !empty && row instanceof EventRow.OfEvent;
                pseudoClassStateChanged(
                        PROBLEM, event && row instanceof EventRow.OfEvent it && it.problem().isPresent());
                pseudoClassStateChanged(
                        BASELINE, event && row instanceof EventRow.OfEvent it && isBaseline.apply(it.index()));
                Optional<Alteration> otherwise =
                        event && row instanceof EventRow.OfEvent it ? supposed.apply(it.event()) : Optional.empty();
                pseudoClassStateChanged(MUTED, otherwise.filter(Alteration.Mute.class::isInstance).isPresent());
                pseudoClassStateChanged(REPLACED, otherwise.filter(Alteration.Replace.class::isInstance).isPresent());
            }
        };
    }
}
