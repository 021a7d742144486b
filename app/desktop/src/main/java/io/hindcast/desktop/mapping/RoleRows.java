package io.hindcast.desktop.mapping;

import io.hindcast.connector.MappingGuess.Part;
import io.hindcast.connector.MappingGuess;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One line a role: what it is called, what it is taken from, and values of the first rows beside it.
final class RoleRows extends GridPane {
    private final MappingModel model;
    private final Texts texts;
    private boolean filling;

    RoleRows(MappingModel model, Texts texts) {
        super(10, 6);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("mapping-roles");
        var growing = new ColumnConstraints();
        growing.setHgrow(Priority.ALWAYS);
        growing.setMinWidth(0);
        getColumnConstraints().addAll(fixed(), fixed(), growing);
        model.chosenProperty().subscribe(this::show);
        model.textProperty().subscribe((_, _) -> fill());
    }

    private static ColumnConstraints fixed() {
        var column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private void show(Optional<MappingGuess> guess) {
        getChildren().clear();
        guess.ifPresent(it -> it.roles().forEach(role -> add(role, it)));
    }

    private void add(String role, MappingGuess guess) {
        Optional<Part> part =
                guess.parts().stream().filter(it -> it.role().equals(role)).findFirst();
        var name = new Label(texts.text("mapping.role." + role));
        var field = new ComboBox<String>();
        field.setId("mapping-" + role);
        field.setEditable(true);
        field.getItems().setAll(choices(part, guess));
        field.setValue(model.value(role));
        field.setPromptText(texts.text("mapping.none"));
        field.setAccessibleText(name.getText());
        field.valueProperty().subscribe((_, value) -> taken(role, Objects.requireNonNullElse(value, "")));
        name.setLabelFor(field);
        addRow(getRowCount(), name, field, part.map(this::remark).orElseGet(HBox::new));
    }

    /// Values of the first rows, and why the role is taken from there.
    private HBox remark(Part part) {
        var samples = new Label(part.samples().stream().map(it -> shown(part.role(), it)).collect(Collectors.joining("  ·  ")));
        samples.getStyleClass().addAll("hc-mono", "mapping-samples");
        samples.setMinWidth(0);
        var because = new Label(part.because());
        because.getStyleClass().add("hc-muted");
        because.setMinWidth(0);
        because.setTooltip(new Tooltip(part.because()));
        var remark = new HBox(12, samples, because);
        remark.setAlignment(Pos.CENTER_LEFT);
        return remark;
    }

    /// Whole rows may hold anything; of the other columns a rule tells what it means.
    private String shown(String role, String sample) {
        Masks masks = model.masks();
        boolean opaque = role.startsWith("data") || role.equals("metadata");
        return switch (role) {
            case "stream" -> masks.stream(sample);
            case "id" -> masks.eventId("", sample);
            default -> opaque && masks.mayMean("", "") ? texts.text("mapping.hidden") : masks.role(role, sample);
        };
    }

    private static List<String> choices(Optional<Part> part, MappingGuess guess) {
        var choices = new ArrayList<String>();
        part.ifPresent(it -> {
            choices.add(it.value());
            it.others().forEach(name -> choices.add("{" + name + "}"));
        });
        guess.unused().stream()
                .map(name -> "{" + name + "}")
                .filter(value -> !choices.contains(value))
                .forEach(choices::add);
        return choices;
    }

    private void taken(String role, String value) {
        if (!filling) {
            model.take(role, value);
        }
    }

    /// The person may have written into the file itself.
    private void fill() {
        filling = true;
        for (String role : model.chosenProperty().get().map(MappingGuess::roles).orElse(List.of())) {
            if (lookup("#mapping-" + role) instanceof ComboBox<?> box) {
                @SuppressWarnings("unchecked")
                var field = (ComboBox<String>) box;
                field.setValue(model.value(role));
            }
        }
        filling = false;
    }
}
