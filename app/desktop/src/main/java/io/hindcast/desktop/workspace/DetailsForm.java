package io.hindcast.desktop.workspace;

import io.hindcast.desktop.theme.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What is said of the chosen store. Taken over with Enter, and when a field is left.
final class DetailsForm extends GridPane {
    private final WorkspaceModel model;
    private final Supplier<Integer> chosen;
    private final TextField name = new TextField();
    private final TextField user = new TextField();
    private final TextField password = new TextField();
    private final TextField fold = new TextField();
    private final TextField mapping = new TextField();

    /// @param chosen index of the chosen store, -1 for none
    /// @param map lets the person say what the columns or fields of the chosen store mean
    DetailsForm(WorkspaceModel model, Texts texts, Supplier<Integer> chosen, Consumer<Integer> map) {
        super(10, 8);
        this.model = model;
        this.chosen = chosen;
        getStyleClass().add("workspace-details");
        var growing = new ColumnConstraints();
        growing.setHgrow(Priority.ALWAYS);
        var label = new ColumnConstraints();
        label.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(label, growing, label, growing);
        var say = new Button(texts.text("workspace.map"));
        say.setId("workspace-map");
        say.setMinWidth(USE_PREF_SIZE);
        say.setOnAction(_ -> map.accept(chosen.get()));
        HBox.setHgrow(mapping, Priority.ALWAYS);
        addRow(0, label(texts, "name", name), name, label(texts, "fold", fold), fold);
        addRow(1, label(texts, "user", user), user, label(texts, "mapping", mapping), new HBox(8, mapping, say));
        addRow(2, label(texts, "password", password), password);
        password.setPromptText(texts.text("workspace.password.prompt"));
        take(name, this::rename);
        take(user, this::say);
        take(password, this::say);
        take(fold, this::say);
        take(mapping, this::say);
        show();
    }

    private static Label label(Texts texts, String key, TextField field) {
        var label = new Label(texts.text("workspace." + key));
        label.getStyleClass().add("hc-muted");
        label.setLabelFor(field);
        field.setId("workspace-" + key);
        field.setAccessibleText(label.getText());
        return label;
    }

    private static void take(TextField field, Runnable what) {
        field.setOnAction(_ -> what.run());
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                what.run();
            }
        });
    }

    private void rename() {
        if (chosen.get() >= 0) {
            model.rename(chosen.get(), name.getText().strip());
        }
    }

    private void say() {
        if (chosen.get() >= 0) {
            model.say(chosen.get(), new Details(user.getText(), password.getText(), fold.getText(), mapping.getText()));
        }
    }

    /// Shows what is said of the store that is chosen now.
    void show() {
        int index = chosen.get();
        setDisable(index < 0);
        var details = index < 0 ? new Details("", "", "", "") : Details.of(model.rows().get(index).entry());
        name.setText(index < 0 ? "" : model.rows().get(index).entry().alias());
        user.setText(details.user());
        password.setText(details.passwordVariable());
        fold.setText(details.fold());
        mapping.setText(details.mapping());
    }
}
