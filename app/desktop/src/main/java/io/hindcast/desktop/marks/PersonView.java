package io.hindcast.desktop.marks;

import io.hindcast.desktop.theme.Texts;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks for the name that stands in the journal.
final class PersonView extends VBox {
    PersonView(Person person, Runnable close) {
        super(10);
        getStyleClass().add("mark-editor");
        setMaxHeight(USE_PREF_SIZE);
        var texts = Texts.of(PersonView.class);
        var title = new Label(texts.text("marks.person"));
        title.getStyleClass().add("dialog-title");
        var words = new Label(texts.text("marks.person.words", person.user()));
        words.getStyleClass().add("hc-muted");
        words.setWrapText(true);
        var name = new TextField(person.nameProperty().get());
        name.setId("person-name");
        name.setPromptText(person.user());
        name.setAccessibleText(texts.text("marks.person"));
        var said = new Label();
        said.getStyleClass().add("mark-said");
        said.setWrapText(true);
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        var save = new Button(texts.text("marks.save"));
        save.setId("person-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(_ -> {
            if (person.declare(name.getText())) {
                close.run();
            } else {
                said.setText(texts.text("marks.person.forgotten"));
            }
        });
        var buttons = new HBox(8, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, words, name, said, buttons);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(name::requestFocus);
            }
        });
    }
}
