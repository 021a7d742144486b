package io.hindcast.desktop.whatif;

import io.hindcast.desktop.editor.CodeEditor;
import io.hindcast.desktop.editor.Colouring;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.event.Event;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Another body for an event, as JSON.
public final class ReplaceView extends VBox {
    private final WhatIfModel model;
    private final Texts texts = Texts.of(ReplaceView.class);
    private final CodeEditor editor = new CodeEditor(texts.text("whatif.body"));
    private final Label complaint = new Label();
    private final Button suppose = new Button(texts.text("whatif.suppose"));

    public ReplaceView(WhatIfModel model, Event event, Runnable close) {
        super(10);
        this.model = model;
        getStyleClass().add("whatif-replace");
        var title = new Label(texts.text("whatif.replace", model.focus().masks().place(event), event.type()));
        title.getStyleClass().add("whatif-title");
        title.setWrapText(true);
        var words = new Label(texts.text("whatif.replace.words"));
        words.getStyleClass().add("hc-muted");
        words.setWrapText(true);
        editor.setId("whatif-body");
        editor.colour(Colouring.forFile("body.json"));
        editor.load(ValueText.pretty(model.shownBodyOf(event)));
        editor.textProperty().subscribe(this::check);
        VBox.setVgrow(editor, Priority.ALWAYS);
        complaint.setId("whatif-complaint");
        complaint.getStyleClass().add("whatif-complaint");
        complaint.setMinWidth(0);
        suppose.setId("whatif-suppose");
        suppose.getStyleClass().add("accent");
        suppose.setDefaultButton(true);
        suppose.setOnAction(_ -> {
            if (model.replace(event, editor.textProperty().get()).isEmpty()) {
                close.run();
            }
        });
        var cancel = new Button(texts.text("whatif.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, complaint, space, cancel, suppose);
        buttons.setAlignment(Pos.CENTER_LEFT);
        cancel.setMinWidth(USE_PREF_SIZE);
        suppose.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, words, editor, buttons);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                editor.takeKeys();
            }
        });
    }

    private void check(String json) {
        Optional<String> reason = model.complaint(json);
        complaint.setText(reason.map(it -> it.isEmpty() ? texts.text("whatif.empty") : texts.text("whatif.wrong", it))
                .orElse(""));
        suppose.setDisable(reason.isPresent());
    }
}
