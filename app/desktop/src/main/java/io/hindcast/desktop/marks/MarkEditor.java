package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkContent.Bookmark;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Note;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.sign.MarkWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Writes a mark, or says something else in one. Nothing that was written is lost when the journal cannot take it: the editor
/// stays, and says why.
final class MarkEditor extends VBox {
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+Enter");

    private final MarksModel model;
    private final MarkKind kind;
    private final Optional<Mark> mark;
    private final Consumer<Boolean> close;
    private final Texts texts = Texts.of(MarkEditor.class);
    private final NamedBox<Target> target = new NamedBox<>(texts.text("marks.target"), this::name);
    private final TextArea text = new TextArea();
    private final FindingFields finding;
    private final Label said = new Label();
    private final Button save = new Button(texts.text("marks.save"));

    /// @param mark the one to change, absent for a new one
    /// @param targets what a new one may stand beside, the first unless somebody chooses another
    /// @param close takes the editor away; told whether what stands in it is done with
    MarkEditor(MarksModel model, MarkKind kind, Optional<Mark> mark, List<Target> targets, Consumer<Boolean> close) {
        super(10);
        this.model = model;
        this.kind = kind;
        this.mark = mark;
        this.close = close;
        finding = new FindingFields(texts, model.words());
        getStyleClass().add("mark-editor");
        setMaxHeight(USE_PREF_SIZE);
        var title = new Label(texts.text("marks.title." + kind.word()));
        title.getStyleClass().add("dialog-title");
        title.setGraphic(Icons.of(MarkWords.icon(kind)));
        getChildren().addAll(title, place(targets));
        if (kind == MarkKind.FINDING) {
            getChildren().add(finding);
        } else {
            text.setId("mark-text");
            text.setWrapText(true);
            text.setPrefRowCount(kind == MarkKind.NOTE ? 8 : 2);
            text.setAccessibleText(texts.text("marks.text"));
            text.setPromptText(texts.text("marks.text.prompt"));
            getChildren().add(text);
        }
        said.setId("mark-said");
        said.getStyleClass().add("mark-said");
        said.setWrapText(true);
        getChildren().addAll(said, buttons());
        fill();
        tell("");
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (SAVE.match(key)) {
                key.consume();
                save();
            }
        });
    }

    private Region place(List<Target> targets) {
        if (mark.isPresent()) {
            var place = new Label(model.words().place(mark.get().binding()));
            place.getStyleClass().add("hc-mono");
            return place;
        }
        target.setId("mark-target");
        target.setMaxWidth(Double.MAX_VALUE);
        target.getItems().setAll(targets);
        target.setValue(targets.getFirst());
        var label = new Label(texts.text("marks.target"));
        label.setLabelFor(target);
        label.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(target, Priority.ALWAYS);
        var line = new HBox(8, label, target);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String name(Target one) {
        return switch (one) {
            case Target.OfEvent(var address) -> texts.text("marks.target.event", model.focus().masks().placeOf(address.stream(), address.text()));
            case Target.OfStream(String stream) -> texts.text("marks.target.stream", model.words().called(stream));
            case Target.OfStore() -> texts.text("marks.target.store");
        };
    }

    private HBox buttons() {
        save.setId("mark-save");
        save.getStyleClass().add("accent");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        var discard = new Button(texts.text("marks.discard"));
        discard.setId("mark-discard");
        discard.setMinWidth(USE_PREF_SIZE);
        discard.setOnAction(_ -> close.accept(true));
        var later = new Label(texts.text("marks.later"));
        later.getStyleClass().add("hc-muted");
        later.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, later, space, discard, save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private void fill() {
        MarkContent content = mark.map(Mark::content).orElseGet(() -> Finding.named(""));
        if (content instanceof Finding known) {
            finding.show(known);
        } else {
            text.setText(content.text());
        }
    }

    private Optional<MarkContent> written() {
        String words = text.getText().strip();
        return switch (kind) {
            case BOOKMARK -> Optional.of(new Bookmark(words));
            case NOTE -> Optional.of(new Note(words));
            case TICK -> mark.map(Mark::content)
                    .filter(MarkContent.Tick.class::isInstance)
                    .map(MarkContent.Tick.class::cast)
                    .map(tick -> new MarkContent.Tick(tick.tick(), words));
            case FINDING -> finding.written().map(MarkContent.class::cast);
        };
    }

    private void save() {
        Optional<MarkContent> content = written();
        boolean mustSay = kind == MarkKind.NOTE || kind == MarkKind.FINDING;
        if (content.isEmpty()) {
            tell(texts.text("marks.wrongAmount"));
        } else if (mustSay && content.get().text().isEmpty()) {
            tell(texts.text(kind == MarkKind.NOTE ? "marks.empty" : "marks.nameless"));
        } else {
            save.setDisable(true);
            tell("");
            mark.ifPresentOrElse(
                    it -> model.book().change(it, content.get(), this::saved, this::refused),
                    () -> model.book().add(target.getValue(), content.get(), this::saved, this::refused));
        }
    }

    private void saved() {
        save.setDisable(false);
        close.accept(true);
    }

    private void refused(String sentence) {
        save.setDisable(false);
        tell(texts.text("marks.refused", sentence));
    }

    private void tell(String sentence) {
        said.setText(sentence);
        said.setVisible(!sentence.isEmpty());
        said.setManaged(!sentence.isEmpty());
    }

    /// Puts the caret where writing begins.
    void takeKeys() {
        Platform.runLater(() -> {
            if (kind == MarkKind.FINDING) {
                finding.takeKeys();
            } else {
                text.requestFocus();
                text.end();
            }
        });
    }
}
