package io.hindcast.desktop.clocks;

import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.clocks.ClockPoints;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import org.kordamp.ikonli.feather.Feather;

/// The question on two clocks in words, the map between them, and the events that lie off its diagonal.
public final class ClocksView extends BorderPane {
    private final ClocksModel model;
    private final Texts texts = Texts.of(ClocksView.class);
    private final PaneHeader header;
    private final MapView map;
    private final DatePicker day = new DatePicker();
    private final Label recorded = new Label();
    private final Label sentence = new Label();
    private final Label chosen = new Label();
    private final Button stop = new Button();
    private final Button zoomToBrush;
    private final TableView<Integer> late = new TableView<>();
    private boolean following;

    public ClocksView(ClocksModel model) {
        this.model = model;
        getStyleClass().add("clocks");
        map = new MapView(model, texts);
        stop.setText(texts.text("clocks.stop"));
        stop.getStyleClass().addAll("small", "flat");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> model.stop());
        header = new PaneHeader(
                texts.text("clocks.title"),
                stop,
                scopes(),
                Icons.button(Feather.ZOOM_OUT, texts.text("clocks.out"), map::zoomOut),
                Icons.button(Feather.ZOOM_IN, texts.text("clocks.in"), map::zoomIn),
                Icons.button(Feather.MAXIMIZE_2, texts.text("clocks.fit"), map::fit));
        header.remark().setTooltip(new Tooltip());
        header.remark().getTooltip().textProperty().bind(header.remark().textProperty());
        header.remark().setId("clocks-remark");
        zoomToBrush = Icons.button(Feather.ZOOM_IN, texts.text("clocks.brush.zoom"), map::fitBrush);
        buildTable();
        chosen.setId("clocks-chosen");
        chosen.setMinWidth(0);
        chosen.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        var line = new HBox(8, chosen, zoomToBrush, Icons.button(Feather.X, texts.text("clocks.brush.clear"), () -> model.brushProperty().set(Brush.EVERYTHING)));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("clocks-line");
        line.getChildren().get(2).visibleProperty().bind(model.brushProperty().map(it -> !it.isEverything()));
        zoomToBrush.visibleProperty().bind(model.brushProperty().map(it -> !it.isEverything()));
        var below = new BorderPane(late);
        below.setTop(line);
        var framed = new BorderPane(map);
        framed.setTop(legend());
        var parts = new SplitPane(framed, below);
        parts.setOrientation(Orientation.VERTICAL);
        parts.setDividerPositions(0.66);
        setTop(new VBox(header, question()));
        setCenter(parts);
        listen();
    }

    private void listen() {
        model.pointsProperty().subscribe((_, _) -> show());
        model.lateProperty().subscribe((_, _) -> show());
        model.readingProperty().subscribe((_, _) -> show());
        model.readProperty().subscribe((_, _) -> show());
        model.beliefProperty().subscribe((_, _) -> ask());
        model.focus().masksProperty().subscribe((_, _) -> late.refresh());
        model.focus().lookProperty().subscribe((_, _) -> ask());
        model.focus().effectiveProperty().subscribe((_, _) -> ask());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.lookAway();
            } else {
                model.look();
            }
        });
        show();
        ask();
    }

    private HBox question() {
        day.setId("clocks-day");
        day.setPrefWidth(140);
        day.setMinWidth(120);
        day.setPromptText(texts.text("clocks.day.prompt"));
        day.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        day.getEditor().setAccessibleText(texts.text("clocks.day"));
        day.setAccessibleText(texts.text("clocks.day"));
        day.setTooltip(new Tooltip(texts.text("clocks.day.tip")));
        day.valueProperty().subscribe((_, now) -> {
            if (!following) {
                model.askAbout(Optional.ofNullable(now));
            }
        });
        var clear = Icons.button(Feather.X, texts.text("clocks.day.clear"), () -> model.askAbout(Optional.empty()));
        clear.visibleProperty().bind(model.focus().effectiveProperty().map(Optional::isPresent));
        recorded.getStyleClass().add("hc-mono");
        recorded.setMinWidth(0);
        sentence.setId("clocks-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(34);
        var controls = new HBox(
                8, muted("clocks.recorded"), recorded, muted("clocks.about"), day, clear);
        controls.setAlignment(Pos.CENTER_LEFT);
        var box = new HBox(new VBox(4, controls, sentence));
        box.getStyleClass().add("clocks-question");
        HBox.setHgrow(box.getChildren().getFirst(), Priority.ALWAYS);
        return box;
    }

    private Label muted(String key) {
        var label = new Label(texts.text(key));
        label.getStyleClass().add("hc-muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private HBox legend() {
        var legend = new HBox(
                14,
                key("clocks.legend.onDay", "on-day"),
                key("clocks.legend.late", "late"),
                key("clocks.legend.early", "early"));
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.getStyleClass().add("clocks-legend");
        return legend;
    }

    private Label key(String text, String style) {
        var dot = new Region();
        dot.getStyleClass().addAll("clock-key", "clock-key-" + style);
        var label = new Label(texts.text(text), dot);
        label.setGraphicTextGap(6);
        label.setMinWidth(0);
        return label;
    }

    private HBox scopes() {
        var group = new ToggleGroup();
        var box = new HBox();
        for (ClocksModel.Scope scope : ClocksModel.Scope.values()) {
            var button = new ToggleButton(texts.text("clocks.scope." + scope.name()));
            button.setId("clocks-" + scope.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("segment");
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(scope == model.scopeProperty().get());
            button.setOnAction(_ -> model.scopeProperty().set(scope));
            box.getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
        box.getStyleClass().add("segments");
        return box;
    }

    private void buildTable() {
        late.setId("clocks-late");
        late.setAccessibleText(texts.text("clocks.late"));
        late.setFixedCellSize(26);
        late.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        late.getColumns().add(column("clocks.late.days", 130, point -> map.late(points().daysLate(point))));
        late.getColumns().add(column("clocks.late.effective", 100, point -> points().effectiveOn(point).toString()));
        late.getColumns()
                .add(column("clocks.late.recorded", 200, point -> time().exact(points().recordedAt(point))));
        late.getColumns().add(column("clocks.late.event", 240, this::event));
        late.setOnKeyPressed(key -> {
            Integer point = late.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && point != null) {
                model.goTo(point);
            }
        });
        late.setOnMouseClicked(click -> {
            Integer point = late.getSelectionModel().getSelectedItem();
            if (click.getClickCount() == 2 && point != null) {
                model.goTo(point);
            }
        });
    }

    private TableColumn<Integer, String> column(String key, double width, IntFunction<String> words) {
        var column = new TableColumn<Integer, String>(texts.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 92));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                row.getValue() < points().size() ? words.apply(row.getValue()) : ""));
        return column;
    }

    private ClockPoints points() {
        return model.pointsProperty().get();
    }

    private TimeText time() {
        return new TimeText(model.focus().zoneProperty().get(), texts.locale());
    }

    private String event(int point) {
        var version = points().version(point);
        return model.focus().masks().stream(points().stream(point)) + (version.isPresent() ? " v" + version.getAsLong() : "") + " · " + points().type(point);
    }

    private void show() {
        ClockPoints points = points();
        ClocksModel.Late off = model.lateProperty().get();
        boolean reading = model.readingProperty().get();
        stop.setVisible(reading);
        stop.setManaged(reading);
        header.remark()
                .setText(
                        reading
                                ? texts.text("clocks.reading", model.readProperty().get())
                                : points.size() == 0 ? "" : remark(points));
        late.setItems(FXCollections.observableArrayList(
                IntStream.of(off.events()).filter(it -> it < points.size()).boxed().toList()));
        late.refresh(); // the same events may have to be told in another zone
        String key = points.size() == 0 ? "clocks.none" : "clocks.late.none";
        late.setPlaceholder(new EmptyState(Feather.CLOCK, texts.text(key), texts.text(key + ".next")));
        Brush brush = model.brushProperty().get();
        chosen.setText(
                brush.isEverything()
                        ? texts.text("clocks.all", off.back(), off.ahead(), off.most())
                        : texts.text(
                                "clocks.chosen",
                                off.inBrush(),
                                date(brush.left()),
                                date(brush.right()),
                                date(brush.bottom()),
                                date(brush.top()),
                                off.back()));
        chosen.setTooltip(new Tooltip(chosen.getText()));
    }

    private String remark(ClockPoints points) {
        var words = new StringBuilder(texts.text("clocks.count", points.size()));
        if (!points.isComplete()) {
            words.append(" · ").append(texts.text("clocks.partial"));
        }
        if (points.undated() > 0) {
            words.append(" · ").append(texts.text("clocks.undated", points.undated()));
        }
        return words.toString();
    }

    private static String date(double day) {
        return LocalDate.ofEpochDay((long) Math.floor(day)).toString();
    }

    /// What was believed when about which day; both clocks are always named.
    private void ask() {
        Look look = model.focus().look();
        Optional<LocalDate> about = model.focus().effectiveProperty().get();
        following = true;
        day.setValue(about.orElse(null));
        following = false;
        day.setDisable(look.subject().isEmpty());
        recorded.setText(moment(look));
        ClocksModel.Belief belief = model.beliefProperty().get();
        if (look.subject().isEmpty()) {
            sentence.setText(texts.text("clocks.unchosen"));
        } else if (about.isEmpty()) {
            sentence.setText(texts.text("clocks.sentence.all", recorded.getText()));
        } else if (belief.day().equals(about)) {
            sentence.setText(texts.text(
                    "clocks.sentence",
                    recorded.getText(),
                    about.get().toString(),
                    belief.holding(),
                    belief.known(),
                    belief.known() - belief.holding()));
        }
    }

    private String moment(Look look) {
        if (!look.isOnEvent()) {
            return texts.text("clocks.before");
        }
        var event = look.history().orElseThrow().event(look.index());
        String version = event.version().isPresent() ? "v" + event.version().getAsLong() + " · " : "";
        return version + time().exact(event.recordedAt());
    }

    /// Gives the keys to the map.
    public void takeKeys() {
        map.requestFocus();
    }
}
