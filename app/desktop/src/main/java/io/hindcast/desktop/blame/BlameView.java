package io.hindcast.desktop.blame;

import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.replay.FieldChange;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who set this: every event that changed the focused field, the newest first, and the field's curve over them.
public final class BlameView extends BorderPane {
    private static final double ROOM_FOR_TIME = 460;
    private final BlameModel model;
    private final Texts texts = Texts.of(BlameView.class);
    private final PaneHeader header;
    private final TableView<FieldChange> table = new TableView<>();
    private final CurveView curve;
    private final VBox top;
    private boolean following;

    public BlameView(BlameModel model) {
        this.model = model;
        getStyleClass().add("blame");
        header = new PaneHeader(
                texts.text("blame.title"),
                Icons.button(Feather.CHEVRON_LEFT, texts.text("blame.previous"), () -> model.step(false)),
                Icons.button(Feather.CHEVRON_RIGHT, texts.text("blame.next"), () -> model.step(true)));
        header.name().setId("blame-field");
        header.name().setMinWidth(0);
        header.name().setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        header.remark().setId("blame-remark");
        curve = new CurveView(texts, share -> model.focus().step((int) (share * model.focus().look().size())));
        curve.setId("blame-curve");
        curve.setMinHeight(96);
        curve.setPrefHeight(96);
        top = new VBox(header, curve);
        buildTable();
        setTop(header);
        model.storyProperty().subscribe(this::show);
        model.focus().lookProperty().subscribe((_, _) -> follow());
        model.focus().zoneProperty().subscribe((_, _) -> table.refresh());
        model.focus().masksProperty().subscribe((_, _) -> {
            show(model.storyProperty().get());
            table.refresh();
        });
    }

    /// Gives the keys to the list of changes.
    public void takeKeys() {
        table.requestFocus();
    }

    private void buildTable() {
        table.setId("blame-table");
        table.setAccessibleText(texts.text("blame.title"));
        table.setFixedCellSize(28);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(column("blame.event", 130, "", this::event));
        table.getColumns().add(column("blame.old", 96, "blame-value", change -> value(change, change.before())));
        table.getColumns().add(column("blame.new", 96, "blame-value", change -> value(change, change.after())));
        var recorded = column("blame.recorded", 150, "blame-time", this::time);
        table.getColumns().add(recorded);
        table.widthProperty().subscribe((_, width) -> recorded.setVisible(width.doubleValue() > ROOM_FOR_TIME));
        table.getSelectionModel().selectedItemProperty().subscribe((_, chosen) -> {
            if (!following && chosen != null) {
                model.focus().step(chosen.index());
            }
        });
    }

    private String value(FieldChange change, StateValue value) {
        Shown shown = model.focus().masks().stateAt(stream(), change.path(), value);
        return shown.isPresent() ? ValueText.of(shown) : "";
    }

    private String stream() {
        return model.storyProperty().get().map(it -> it.history().stream()).orElse("");
    }

    private TableColumn<FieldChange, String> column(
            String key, double width, String style, Function<FieldChange, String> words) {
        var column = new TableColumn<FieldChange, String>(texts.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        return column;
    }

    private Optional<Event> eventOf(FieldChange change) {
        return model.storyProperty().get().map(it -> it.history().event(change.index()));
    }

    private String event(FieldChange change) {
        return eventOf(change)
                .map(it -> (it.version().isPresent() ? "v" + it.version().getAsLong() + " " : "") + it.type())
                .orElse("");
    }

    private String time(FieldChange change) {
        var text = new TimeText(model.focus().zoneProperty().get(), texts.locale());
        return eventOf(change).flatMap(Event::recordedAt).map(text::bare).orElse("—");
    }

    private void show(Optional<Story> story) {
        Optional<FieldPath> field = story.map(it -> model.focus().masks().path(it.history().stream(), it.field()));
        header.name().setText(field.map(ValueText::path).orElse(texts.text("blame.title")));
        header.name().setTooltip(field.map(it -> new Tooltip(it.toString())).orElse(null));
        if (story.isEmpty()) {
            header.remark().setText("");
            setTop(header);
            setCenter(new EmptyState(Feather.GIT_COMMIT, texts.text("blame.unchosen"), texts.text("blame.unchosen.next")));
            return;
        }
        header.remark()
                .setText(texts.text(story.get().isWhole() ? "blame.count" : "blame.count.most", story.get().changes().size()));
        following = true;
        table.setItems(FXCollections.observableList(story.get().changes()));
        following = false;
        table.setPlaceholder(new EmptyState(Feather.MINUS, texts.text("blame.none"), texts.text("blame.none.next")));
        boolean curved = story.get().curve().filter(it -> CurveView.mayShow(it, model.focus().masks(), stream(), story.get().field())).isPresent();
        setTop(curved ? top : header);
        if (curved) {
            top.getChildren().setAll(header, curve);
        }
        setCenter(table);
        follow();
    }

    /// The change that made what the field holds at the focused event is the chosen one.
    private void follow() {
        Optional<Story> story = model.storyProperty().get();
        if (story.isEmpty()) {
            return;
        }
        Look look = model.focus().look();
        story.get().curve().ifPresent(it -> curve.show(it, (look.index() + 0.5) / Math.max(1, story.get().history().size())));
        int row = 0;
        while (row < table.getItems().size() && table.getItems().get(row).index() > look.index()) {
            row++;
        }
        following = true;
        if (row < table.getItems().size()) {
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 1));
        } else {
            table.getSelectionModel().clearSelection();
        }
        following = false;
    }
}
