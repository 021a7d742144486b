package io.hindcast.desktop.compare;

import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ChangeTable;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.event.Event;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Baseline against focus: two moments to choose and the fields that differ.
final class MomentsView extends BorderPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final CompareModel model;
    private final Texts texts;
    private final TextField from;
    private final TextField to;
    private final Label fromTime = new Label();
    private final Label toTime = new Label();
    private final Label count = new Label();
    private final ChangeTable table;
    private final HBox pickers;

    MomentsView(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        from = picker("compare.from", moment -> model.compareFrom(moment));
        to = picker("compare.to", moment -> model.compareTo(moment));
        table = new ChangeTable(texts.text("compare.moments"));
        table.setPlaceholder(new EmptyState(
                Feather.CHECK, texts.text("compare.same"), texts.text("compare.same.next")));
        count.getStyleClass().add("hc-muted");
        var sides = new GridPane(8, 4);
        sides.addRow(0, name("compare.from"), from, fromTime);
        sides.addRow(1, name("compare.to"), to, toTime);
        HBox.setHgrow(sides, Priority.ALWAYS);
        pickers = new HBox(
                4,
                sides,
                Icons.button(Feather.REPEAT, texts.text("compare.exchange"), model::exchange),
                Icons.button(Feather.X, texts.text("compare.release"), model::letGo));
        pickers.setAlignment(Pos.CENTER_LEFT);
        pickers.getStyleClass().add("compare-pickers");
        for (Label time : List.of(fromTime, toTime)) {
            time.getStyleClass().add("compare-time");
            time.setWrapText(true); // day and clock one below the other where the pane is narrow
        }
        model.comparisonProperty().subscribe(this::show);
        model.focus().lookProperty().subscribe(this::show);
        model.focus().zoneProperty().subscribe((_, _) -> show());
        model.focus().masksProperty().subscribe((_, _) -> show());
    }

    private Label name(String key) {
        var name = new Label(texts.text(key));
        name.getStyleClass().add("hc-muted");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private TextField picker(String key, Consumer<io.hindcast.engine.replay.Moment> chosen) {
        var field = new TextField();
        field.setPrefColumnCount(6);
        field.setMinWidth(70);
        field.setPromptText(texts.text("compare.prompt"));
        field.setAccessibleText(texts.text(key) + ": " + texts.text("compare.prompt"));
        field.setTooltip(new Tooltip(texts.text("compare.tip")));
        field.setOnAction(_ -> {
            var moment = MomentText.parse(field.getText(), model.focus().zoneProperty().get());
            field.pseudoClassStateChanged(WRONG, moment.isEmpty());
            moment.ifPresent(chosen);
        });
        return field;
    }

    private void show() {
        Look look = model.focus().look();
        if (look.subject().isEmpty() || look.baseline().isEmpty()) {
            var pin = new Button(texts.text("compare.pin"));
            pin.setDisable(look.subject().isEmpty());
            pin.getStyleClass().add("accent");
            pin.setTooltip(new Tooltip(texts.text("compare.pin.tip")));
            pin.setOnAction(_ -> model.pinHere());
            setTop(null);
            setCenter(new EmptyState(
                    Feather.COLUMNS, texts.text("compare.none"), texts.text("compare.none.next"), pin));
            return;
        }
        StreamHistory history = look.history().orElseThrow();
        say(from, fromTime, history, look.baseline().getAsInt());
        say(to, toTime, history, look.index());
        model.comparisonProperty().get().ifPresent(comparison -> {
            table.show(
                    model.focus().masks().changes(history.stream(), comparison.changes()), from.getText(), to.getText());
            count.setText(texts.text("compare.count", comparison.changes().size()));
        });
        var top = new VBox(pickers, new HBox(count));
        top.getChildren().getLast().getStyleClass().add("compare-count");
        setTop(top);
        setCenter(table);
    }

    private void say(TextField field, Label time, StreamHistory history, int index) {
        field.pseudoClassStateChanged(WRONG, false);
        if (index < 0) {
            field.setText("—");
            time.setText(texts.text("compare.before"));
            return;
        }
        Event event = history.event(index);
        field.setText(event.version().isPresent() ? "v" + event.version().getAsLong() : Integer.toString(index + 1));
        var zoned = new TimeText(model.focus().zoneProperty().get(), texts.locale());
        time.setText(zoned.exact(event.recordedAt()));
    }
}
