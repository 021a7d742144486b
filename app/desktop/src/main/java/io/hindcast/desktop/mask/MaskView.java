package io.hindcast.desktop.mask;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.mask.MaskModel.Scope;
import io.hindcast.desktop.theme.Listening;
import io.hindcast.desktop.theme.Texts;
import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The dialog: which rules are in use and what each has hidden, and lifting them for a reason.
public final class MaskView extends VBox {
    private final MaskModel model;
    private final Texts texts = Texts.of(MaskView.class);
    private final Label origin = new Label();
    private final Label trouble = new Label();
    private final TextField reason = new TextField();
    private final ToggleGroup scopes = new ToggleGroup();
    private final Map<Scope, RadioButton> choices = new EnumMap<>(Scope.class);
    private final Button reveal = new Button(texts.text("reveal.do"));
    private final VBox lifting = new VBox(8);

    public MaskView(MaskModel model, Runnable close) {
        super(12);
        this.model = model;
        getStyleClass().add("mask-dialog");
        setMaxHeight(USE_PREF_SIZE);
        var title = new Label(texts.text("mask.title"));
        title.getStyleClass().add("dialog-title");
        origin.setId("mask-origin");
        origin.getStyleClass().add("hc-muted");
        origin.setWrapText(true);
        var rules = new RuleTable(model, texts);
        rules.setPrefHeight(180);
        trouble.setId("mask-trouble");
        trouble.getStyleClass().addAll("banner", "banner-trouble");
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        buildLifting();
        getChildren().addAll(title, origin, rules, lifting, trouble, buttons(close));
        Listening.whileShown(
                this,
                model.troubleProperty().subscribe(this::say),
                model.focus().masksProperty().subscribe(this::show),
                rules.heard());
        reason.textProperty().subscribe(_ -> enable());
    }

    private void buildLifting() {
        var heading = new Label(texts.text("reveal.title"));
        heading.getStyleClass().add("mask-heading");
        var words = new Label(texts.text("reveal.words"));
        words.getStyleClass().add("hc-muted");
        words.setWrapText(true);
        var line = new FlowPane(16, 6);
        for (Scope scope : Scope.values()) {
            var choice = new RadioButton(texts.text("reveal.scope." + scope.name()));
            choice.setId("reveal-" + scope.name());
            choice.setToggleGroup(scopes);
            choice.setUserData(scope);
            choice.setDisable(model.revealOf(scope).isEmpty());
            choices.put(scope, choice);
            line.getChildren().add(choice);
        }
        choices.values().stream().filter(it -> !it.isDisable()).findFirst().ifPresent(it -> it.setSelected(true));
        reason.setId("reveal-reason");
        reason.setPromptText(texts.text("reveal.reason.prompt"));
        reason.setAccessibleText(texts.text("reveal.reason"));
        reason.setOnAction(_ -> lift());
        HBox.setHgrow(reason, Priority.ALWAYS);
        reveal.setId("reveal-do");
        reveal.setMinWidth(USE_PREF_SIZE);
        reveal.setOnAction(_ -> lift());
        var name = new Label(texts.text("reveal.reason"));
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(reason);
        var ask = new HBox(8, name, reason, reveal);
        ask.setAlignment(Pos.CENTER_LEFT);
        lifting.getChildren().addAll(heading, words, line, ask);
    }

    private HBox buttons(Runnable close) {
        var choose = new Button(texts.text("mask.choose"));
        choose.setId("mask-choose");
        choose.setOnAction(_ -> choose());
        var done = new Button(texts.text("mask.close"));
        done.setCancelButton(true);
        done.setOnAction(_ -> close.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(8, choose, space, done);
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.text("mask.choose"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*.yaml", "*.yaml", "*.yml"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.add(file.toPath());
        }
    }

    private void lift() {
        if (!reveal.isDisable() && scopes.getSelectedToggle() != null) {
            model.reveal((Scope) scopes.getSelectedToggle().getUserData(), reason.getText());
        }
    }

    private void enable() {
        reveal.setDisable(reason.getText().isBlank() || scopes.getSelectedToggle() == null);
    }

    private void say(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        trouble.setManaged(!sentence.isEmpty());
    }

    private void show(Masks masks) {
        origin.setText(masks.isNone() ? texts.text("mask.none.next") : texts.text("mask.origin", masks.rules().origin()));
        lifting.setVisible(!masks.isNone());
        lifting.setManaged(!masks.isNone());
        enable();
    }
}
