package io.hindcast.desktop.events;

import atlantafx.base.controls.CustomTextField;
import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Marked;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;

/// The table of events of the focused stream. Choosing a row moves the focus; moving the focus chooses a row.
public final class EventsView extends BorderPane {
    private static final int SAMPLES = 12;
    private static final double VERSION = 62;
    private static final double DIGIT = 8;
    private final EventsModel model;
    private final Texts texts = Texts.of(EventsView.class);
    private final EventWords words;
    private final TableView<EventRow> table = new TableView<>();
    private final Sight sight = new Sight(table);
    private final PaneHeader header;
    private final TextField filter;
    private final Button export;
    private final TableColumn<EventRow, EventRow> time;
    private final ColumnFit fit;
    private OptionalInt baseline = OptionalInt.empty();
    private final TableColumn<EventRow, EventRow> version;
    private boolean following;

    /// @param tools buttons that others put above the table
    public EventsView(EventsModel model, Node... tools) {
        this.model = model;
        getStyleClass().add("events");
        words = new EventWords(model, texts);
        filter = filterField();
        version = EventCells.text(texts.text("events.version"), VERSION, Pos.CENTER_RIGHT, "event-version", words::version);
        time = EventCells.text(texts.text("events.time"), 216, Pos.CENTER_LEFT, "event-time", words::time);
        fit = buildTable();
        export = new SheetExport(model.focus())
                .button(() -> EventSheet.of(
                        model.focus().look().history().orElseThrow(),
                        model.rowsProperty().get(),
                        model.focus().masks(),
                        model.focus().zoneProperty().get()));
        export.setId("events-export");
        header = new PaneHeader(texts.text("events.title"), new TypeChooser(model, texts), filter, export);
        header.getChildren().addAll(tools);
        setTop(header);
        setCenter(table);
        model.rowsProperty().subscribe(this::show);
        model.revisionProperty().subscribe((_, _) -> {
            fit.actors(model.actors());
            table.refresh();
        });
        model.clockProperty().subscribe((_, _) -> retell());
        model.focus().marked().marksProperty().subscribe((_, _) -> remark());
        model.focus().marked().standingsProperty().subscribe((_, _) -> remark());
        model.focus().lookProperty().subscribe(this::follow);
        model.focus().typeColours().namesProperty().subscribe((_, _) -> table.refresh());
        model.focus().zoneProperty().subscribe((_, _) -> retell());
    }

    /// Times by the clock or since the first event.
    public void otherClock() {
        boolean clock = model.clockProperty().get() == TimeColumn.Clock.CLOCK;
        model.clockProperty().set(clock ? TimeColumn.Clock.SINCE_FIRST : TimeColumn.Clock.CLOCK);
    }

    /// Times since the baseline.
    public void sinceBaseline() {
        model.clockProperty().set(TimeColumn.Clock.SINCE_BASELINE);
    }

    /// The next or previous event that the filter lets through; without a filter the caret goes into its field.
    public void moveToHit(boolean after) {
        if (model.isNarrowed()) {
            model.rowsProperty().get().beside(model.focus().look().index(), after).ifPresent(model.focus()::step);
        } else {
            find();
        }
    }

    /// Puts the caret into the field that narrows the table.
    public void find() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// What can be done with the focused event, by the right button or the menu key.
    public void offer(MenuItem... items) {
        table.setContextMenu(new ContextMenu(items));
    }

    /// A click with Shift on a row compares it with the focused event, which stays where it is.
    ///
    /// @param told after a row was chosen to compare with
    public void whenCompared(Runnable told) {
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.isShiftDown() && press.getButton() == MouseButton.PRIMARY && press.getPickResult().getIntersectedNode() != null) {
                indexOf(press.getPickResult().getIntersectedNode()).ifPresent(index -> {
                    model.focus().compareFrom(OptionalInt.of(index));
                    told.run();
                    press.consume();
                });
            }
        });
    }

    private static OptionalInt indexOf(Node clicked) {
        for (Node node = clicked; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.getItem() instanceof EventRow.OfEvent event ? OptionalInt.of(event.index()) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /// Gives the keys to the table.
    public void takeKeys() {
        table.requestFocus();
    }

    /// Moves by rows, which are not all events of the stream while the table is narrowed.
    public void moveRow(int rows) {
        int last = table.getItems().size() - 1;
        int row = Math.clamp((long) table.getSelectionModel().getSelectedIndex() + rows, 0, Math.max(0, last));
        while (row > 0 && row < last && table.getItems().get(row) instanceof EventRow.Gap) {
            row += Integer.signum(rows);
        }
        if (row <= last) {
            table.getSelectionModel().clearAndSelect(row);
        }
    }

    private TextField filterField() {
        var field = new CustomTextField();
        field.setLeft(Icons.of(Feather.FILTER, "hc-muted-icon"));
        field.setId("events-filter");
        field.setPrefWidth(180);
        field.setMinWidth(70);
        field.setPromptText(texts.text("events.filter.prompt"));
        field.setAccessibleText(texts.text("events.filter.prompt"));
        field.setTooltip(new Tooltip(texts.text("events.filter.tip")));
        field.textProperty().bindBidirectional(model.focus().filterProperty());
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
                takeKeys();
                key.consume();
            }
        });
        return field;
    }

    private ColumnFit buildTable() {
        table.setId("events-table");
        table.setAccessibleText(texts.text("events.title"));
        table.setFixedCellSize(28);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(_ -> EventCells.row(
                this::isBaseline, event -> model.focus().hypothesisProperty().get().of(event)));
        var trouble = EventCells.trouble(texts.text("events.trouble"), words::trouble);
        trouble.setMinWidth(30);
        trouble.setMaxWidth(30);
        var marks = EventCells.marks(model.focus().marked(), new MarkWords(model.focus()::masks));
        var type = EventCells.type(
                texts.text("events.type"), 158, words::gap, model.focus().typeColours()::slotOf);
        var actor = EventCells.text(texts.text("events.actor"), 100, Pos.CENTER_LEFT, "event-actor", words::actor);
        var changes =
                EventCells.text(texts.text("events.changes"), 240, Pos.CENTER_LEFT, "event-changes", words::changes);
        table.getColumns().addAll(List.of(
                trouble,
                marks,
                version,
                time,
                type,
                actor,
                changes));
        table.getSelectionModel().selectedIndexProperty().subscribe((_, row) -> chosen(row.intValue()));
        return new ColumnFit(table, marks, time, type, actor, changes);
    }

    private boolean isBaseline(int index) {
        OptionalInt baseline = model.focus().look().baseline();
        return baseline.isPresent() && baseline.getAsInt() == index;
    }

    private void show(Rows rows) {
        following = true;
        table.getSelectionModel().clearSelection();
        table.setItems(new VirtualRows(rows));
        following = false;
        Look look = model.focus().look();
        measureVersion(rows);
        measureTime(rows);
        fit.types(rows.types().keySet());
        table.setPlaceholder(placeholder(look));
        header.remark().setText(words.counts(rows, look.size()));
        export.setDisable(look.history().isEmpty());
        remark();
        follow(look);
    }

    private void remark() {
        Marked marked = model.focus().marked();
        fit.marks(model.focus().look().subject().filter(it -> !marked.now().ofStream(it.stream()).isEmpty()).isPresent());
        table.refresh();
    }

    private void retell() {
        measureTime(model.rowsProperty().get());
        table.refresh();
    }

    /// Versions grow: the last is as long as any.
    private void measureVersion(Rows rows) {
        int digits = rows.size() == 0 ? 0 : words.version(rows.row(rows.size() - 1)).length();
        double wide = Math.max(VERSION, 2 * DIGIT + DIGIT * digits);
        version.setMinWidth(wide);
        version.setPrefWidth(wide);
        version.setMaxWidth(Math.max(110, wide));
        fit.versions(wide);
    }

    /// Times are as long as the store's precision: the column is made to fit the longest of a few.
    private void measureTime(Rows rows) {
        var text = new TimeText(model.focus().zoneProperty().get(), texts.locale());
        words.tellTimes(TimeColumn.of(model.clockProperty().get(), rows, model.focus().look(), text));
        String longest = "";
        for (int sample = 0; sample <= SAMPLES && rows.size() > 0; sample++) {
            String one = words.time(rows.row((int) ((long) sample * (rows.size() - 1) / SAMPLES)));
            longest = one.length() > longest.length() ? one : longest;
        }
        time.setText(words.timeHead());
        fit.times(longest, time.getText());
    }

    private EmptyState placeholder(Look look) {
        String key = look.size() > 0 ? "events.none" : "events.unchosen";
        Feather icon = look.size() > 0 ? Feather.FILTER : Feather.LIST;
        return new EmptyState(icon, texts.text(key), texts.text(key + ".next"));
    }

    private void chosen(int row) {
        if (following || row < 0 || row >= table.getItems().size()) {
            return;
        }
        if (table.getItems().get(row) instanceof EventRow.OfEvent event) {
            model.focus().step(event.index());
        }
    }

    private void follow(Look look) {
        if (!look.baseline().equals(baseline)) {
            baseline = look.baseline();
            retell();
        }
        int row = model.rowsProperty().get().rowOf(look.index());
        if (row == table.getSelectionModel().getSelectedIndex() || row >= table.getItems().size()) {
            sight.keep(row);
            table.refresh();
            return;
        }
        following = true;
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(row);
            table.getFocusModel().focus(row);
            sight.bring(row);
        }
        following = false;
    }
}
