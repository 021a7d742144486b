package io.hindcast.desktop.fold;

import io.hindcast.desktop.editor.Blemish;
import io.hindcast.desktop.editor.CodeEditor;
import io.hindcast.desktop.editor.Colouring;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// Where rules are written: the text above, what it would do below.
public final class DraftView extends BorderPane {
    private final Draft draft;
    private final Texts texts = Texts.of(DraftView.class);
    private final CodeEditor editor = new CodeEditor(texts.text("draft.editor"));
    private final Hyperlink status = new Hyperlink();
    private final PaneHeader header;
    private final Button apply = new Button();
    private final Path folder;
    private List<Diagnostic> diagnostics = List.of();
    private int shown;

    /// @param folder where files are saved unless the person chooses another place
    public DraftView(Draft draft, Path folder) {
        this.draft = draft;
        this.folder = folder;
        getStyleClass().add("draft");
        apply.setText(texts.text("draft.apply"));
        apply.setId("draft-apply");
        apply.getStyleClass().addAll("accent", "small");
        apply.setTooltip(new Tooltip(texts.text("draft.apply.tip")));
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setOnAction(_ -> draft.apply());
        var revert = Icons.button(Feather.ROTATE_CCW, texts.text("draft.revert"), draft::revert);
        revert.disableProperty().bind(draft.unsavedProperty().not());
        header = new PaneHeader(
                texts.text("draft.title"),
                start(),
                Icons.button(Feather.SAVE, texts.text("draft.save.tip"), this::save),
                revert,
                apply);
        header.name().setId("draft-name");
        editor.setId("draft-editor");
        editor.textProperty().bindBidirectional(draft.textProperty());
        buildStatus();
        var written = new BorderPane(editor);
        written.setBottom(status);
        var parts = new SplitPane(written, new TrialView(draft, texts));
        parts.setOrientation(Orientation.VERTICAL);
        parts.setDividerPositions(0.56);
        setTop(header);
        setCenter(parts);
        draft.trialProperty().subscribe(this::show);
        draft.unsavedProperty().subscribe((_, _) -> name());
        draft.savedProperty().subscribe(_ -> {
            editor.colour(Colouring.forFile(draft.fileName()));
            name();
        });
    }

    /// Gives the keys to the text; an empty one begins with the rules in use.
    public void takeKeys() {
        if (draft.textProperty().get().isBlank() && !draft.unsavedProperty().get() && !draft.fromInUse()) {
            draft.languages().stream().findFirst().ifPresent(draft::fromTemplate);
        }
        editor.takeKeys();
    }

    private MenuButton start() {
        var menu = new MenuButton(texts.text("draft.start"));
        menu.setId("draft-start");
        menu.getStyleClass().addAll("flat", "hc-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setAccessibleText(texts.text("draft.start"));
        menu.getItems().add(item("draft.start.inUse", () -> {
            if (!draft.fromInUse()) {
                draft.focus().tell(Notice.information(texts.text("draft.start.unknown")));
            }
        }));
        menu.getItems().add(item("draft.start.proposal", draft::fromProposal));
        for (FoldLanguage language : draft.languages()) {
            menu.getItems().add(item(texts.text("draft.start.template", language.id()), () -> draft.fromTemplate(language), true));
        }
        menu.getItems().add(item("draft.start.file", this::open));
        return menu;
    }

    private MenuItem item(String key, Runnable what) {
        return item(texts.text(key), what, true);
    }

    private static MenuItem item(String words, Runnable what, boolean enabled) {
        var item = new MenuItem(words);
        item.setDisable(!enabled);
        item.setOnAction(_ -> what.run());
        return item;
    }

    private void buildStatus() {
        status.setId("draft-status");
        status.getStyleClass().add("draft-status");
        status.setMaxWidth(Double.MAX_VALUE);
        status.setOnAction(_ -> {
            status.setVisited(false);
            next();
        });
        HBox.setHgrow(status, Priority.ALWAYS);
    }

    /// Goes to the next place where something is wrong.
    public void next() {
        if (!diagnostics.isEmpty()) {
            Diagnostic one = diagnostics.get(shown % diagnostics.size());
            shown++;
            if (one.line() > 0) {
                editor.goTo(one.line(), one.column());
            }
            say(one);
        }
    }

    private void show(Optional<Trial> trial) {
        var blemishes = new ArrayList<Blemish>();
        diagnostics = trial.map(it -> diagnosed(it.compiled())).orElse(List.of());
        boolean rejected = trial.filter(it -> it.compiled() instanceof Compiled.Rejected).isPresent();
        diagnostics.forEach(it -> blemishes.add(new Blemish(it.line(), it.column(), rejected, sentence(it))));
        editor.mark(blemishes);
        apply.setDisable(trial.isEmpty() || rejected);
        shown = 0;
        if (trial.isEmpty()) {
            status("draft.empty", Feather.EDIT_3, "draft-idle");
        } else if (diagnostics.isEmpty()) {
            status("draft.fine", Feather.CHECK, "draft-good");
        } else {
            status.setGraphic(Icons.of(rejected ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE));
            status.getStyleClass().setAll("hyperlink", "draft-status", rejected ? "draft-bad" : "draft-warn");
            say(diagnostics.getFirst());
        }
    }

    private void say(Diagnostic one) {
        int at = diagnostics.indexOf(one);
        String place = one.line() > 0 ? texts.text("draft.place", one.line(), one.column()) + " " : "";
        String more = diagnostics.size() > 1 ? " · " + texts.text("draft.of", at + 1, diagnostics.size()) : "";
        status.setText(place + sentence(one) + more);
        status.setTooltip(new Tooltip(status.getText()));
    }

    private String sentence(Diagnostic one) {
        return one.suggestion().isEmpty()
                ? one.message()
                : texts.text("draft.suggestion", one.message(), one.suggestion());
    }

    private void status(String key, Feather icon, String style) {
        status.setText(texts.text(key));
        status.setGraphic(Icons.of(icon));
        status.setTooltip(null);
        status.getStyleClass().setAll("hyperlink", "draft-status", style);
    }

    private static List<Diagnostic> diagnosed(Compiled compiled) {
        return switch (compiled) {
            case Compiled.Ready(var _, List<Diagnostic> warnings) -> warnings;
            case Compiled.Rejected(List<Diagnostic> errors) -> errors;
        };
    }

    private void name() {
        header.name().setText(draft.fileName() + (draft.unsavedProperty().get() ? " ●" : ""));
        header.name().setAccessibleText(draft.fileName()
                + (draft.unsavedProperty().get() ? ", " + texts.text("draft.unsaved") : ""));
        header.remark().setText(draft.unsavedProperty().get() ? texts.text("draft.unsaved") : "");
    }

    private void open() {
        File file = chooser("draft.start.file").showOpenDialog(getScene().getWindow());
        if (file != null) {
            draft.open(file.toPath());
        }
    }

    /// Always asks where; the place that is offered is the person's own folder, never that of the store.
    public void save() {
        FileChooser chooser = chooser("draft.save");
        chooser.setInitialFileName(draft.fileName());
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            draft.save(file.toPath());
        }
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.text(title));
        Path start = draft.fileProperty().get().map(Path::getParent).orElse(folder);
        if (start.toFile().isDirectory() || start.toFile().mkdirs()) {
            chooser.setInitialDirectory(start.toFile());
        }
        return chooser;
    }
}
