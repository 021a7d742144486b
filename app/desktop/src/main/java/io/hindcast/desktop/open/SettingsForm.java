package io.hindcast.desktop.open;

import io.hindcast.connector.Connector;
import io.hindcast.connector.Setting;
import io.hindcast.desktop.theme.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// What a connector asks for beside the location. What was typed stays when another connector asks for the same.
final class SettingsForm extends GridPane {
    private final Texts texts;
    private final Map<String, String> presets = new HashMap<>();
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Map<String, ComboBox<String>> choices = new LinkedHashMap<>();
    private final PasswordField password = new PasswordField();
    private List<Setting> asked = List.of();

    SettingsForm(Texts texts) {
        super(10, 8);
        this.texts = texts;
        getStyleClass().add("open-settings");
        password.setId("open-password");
        password.setAccessibleText(texts.text("open.password"));
        password.setPromptText(texts.text("open.password.prompt"));
        setManaged(false);
    }

    void ask(Optional<Connector> connector) {
        List<Setting> settings = connector.map(Connector::settings).orElse(List.of());
        if (settings.equals(asked)) {
            return;
        }
        presets.putAll(values());
        asked = settings;
        fields.clear();
        choices.clear();
        getChildren().clear();
        for (Setting setting : settings) {
            var label = new Label(label(setting));
            label.getStyleClass().add("hc-muted");
            label.setMinWidth(USE_PREF_SIZE);
            Node input = input(setting);
            GridPane.setHgrow(input, Priority.ALWAYS);
            addRow(getRowCount(), label, input);
        }
        setManaged(!settings.isEmpty());
    }

    private String label(Setting setting) {
        return switch (setting.name()) {
            case "user" -> texts.text("open.user");
            case "password" -> texts.text("open.password");
            default -> setting.label();
        };
    }

    private Node input(Setting setting) {
        String preset = presets.getOrDefault(setting.name(), setting.preset());
        return switch (setting.kind()) {
            case SECRET -> password;
            case CHOICE -> {
                var box = new ComboBox<String>();
                box.getItems().setAll(setting.choices());
                box.setValue(preset);
                box.setAccessibleText(label(setting));
                choices.put(setting.name(), box);
                yield box;
            }
            case TEXT, NUMBER, PATH -> {
                var field = new TextField(preset);
                field.setId("open-" + setting.name());
                field.setAccessibleText(label(setting));
                fields.put(setting.name(), field);
                yield field;
            }
        };
    }

    void preset(String name, String value) {
        presets.put(name, value);
        TextField field = fields.get(name);
        if (field != null) {
            field.setText(value);
        }
    }

    /// What was typed, without the secret.
    Map<String, String> values() {
        var values = new HashMap<String, String>();
        fields.forEach((name, field) -> values.put(name, field.getText()));
        choices.forEach((name, box) -> values.put(name, Optional.ofNullable(box.getValue()).orElse("")));
        values.values().removeIf(String::isBlank);
        return values;
    }

    /// The secret; the field forgets it.
    char[] password() {
        char[] typed = password.getText().toCharArray();
        password.clear();
        return typed;
    }
}
