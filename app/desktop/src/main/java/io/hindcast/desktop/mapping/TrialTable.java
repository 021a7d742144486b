package io.hindcast.desktop.mapping;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.MappingTrial;
import io.hindcast.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The first events that the mapping would read, and a line that sums them up.
final class TrialTable extends VBox {
    private static final int LONGEST_BODY = 300;

    private final Texts texts;
    private final Label summary = new Label();
    private final TableView<Event> table = new TableView<>();

    TrialTable(MappingModel model, Texts texts) {
        super(6);
        this.texts = texts;
        getStyleClass().add("mapping-trial");
        summary.setId("mapping-summary");
        summary.setWrapText(true);
        table.setId("mapping-events");
        table.setAccessibleText(texts.text("mapping.trial"));
        table.setPlaceholder(new Label(texts.text("mapping.trial.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("stream", 150, event -> model.masks().stream(event.stream()));
        column("version", 70, event -> event.version().isPresent() ? Long.toString(event.version().getAsLong()) : "");
        column("type", 130, Event::type);
        column("recorded", 170, event -> event.recordedAt().map(Object::toString).orElse(""));
        column("data", 300, event -> body(model.masks(), event));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(summary, table);
        model.trialProperty().subscribe(this::show);
    }

    private void column(String role, double width, Function<Event, String> value) {
        var column = new TableColumn<Event, String>(texts.text("mapping.role." + role));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
    }

    /// The beginning of the body, or why it cannot be read.
    private String body(Masks masks, Event event) {
        if (masks.mayMean(event.stream(), event.type())) {
            return texts.text("mapping.hidden");
        }
        return masks.text(event.trouble().orElseGet(() -> {
            byte[] bytes = event.data().copy();
            String whole = new String(bytes, 0, Math.min(bytes.length, LONGEST_BODY), StandardCharsets.UTF_8);
            return whole.replaceAll("\\p{Cntrl}+", " ");
        }));
    }

    private void show(Optional<MappingTrial> trial) {
        summary.getStyleClass().removeAll("trial-good", "trial-bad");
        table.getItems().setAll(trial.map(MappingTrial::events).orElse(java.util.List.of()));
        summary.setText(trial.map(this::words).orElse(texts.text("mapping.trial.waiting")));
        trial.ifPresent(it -> summary.getStyleClass()
                .add(it.refusal().isEmpty() && it.troubles() == 0 && !it.events().isEmpty()
                        ? "trial-good"
                        : "trial-bad"));
    }

    private String words(MappingTrial trial) {
        return trial.refusal()
                .orElseGet(() -> texts.text(
                        trial.complete() ? "mapping.trial.all" : "mapping.trial.first",
                        trial.events().size(),
                        trial.streams(),
                        trial.troubles()));
    }
}
