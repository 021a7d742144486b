package io.hindcast.desktop.workspace;

import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.workspace.WorkspaceFile;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The dialog: the stores of a workspace, a line that adds one, what is said of the chosen one, and the file.
public final class WorkspaceView extends VBox {
    private final WorkspaceModel model;
    private final Doors doors;
    private final Texts texts = Texts.of(WorkspaceView.class);
    private final TextField location = new TextField();
    private final StoreTable table;
    private final DetailsForm form;
    private final Label trouble = new Label();

    /// Where the dialog leads.
    ///
    /// @param close takes it away
    /// @param open opens a workspace file
    /// @param map lets the person say what the columns or fields of a store mean
    public record Doors(Runnable close, Consumer<Path> open, Consumer<OpenRequest> map) {}

    /// @param recent locations of stores opened before
    public WorkspaceView(WorkspaceModel model, List<String> recent, Doors doors) {
        super(12);
        this.model = model;
        this.doors = doors;
        getStyleClass().add("workspace-dialog");
        setMaxHeight(USE_PREF_SIZE);
        table = new StoreTable(model, texts);
        form = new DetailsForm(model, texts, this::chosen, index -> doors.map().accept(model.request(index)));
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> form.show());
        if (!model.rows().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        var title = new Label(texts.text("workspace.title"));
        title.getStyleClass().add("dialog-title");
        var hint = new Label(texts.text("workspace.hint"));
        hint.getStyleClass().add("hc-muted");
        hint.setWrapText(true);
        buildTrouble();
        getChildren().addAll(title, hint, addLine(recent), table, form, trouble, buttons());
    }

    private int chosen() {
        return Math.min(table.getSelectionModel().getSelectedIndex(), model.rows().size() - 1);
    }

    private Node addLine(List<String> recent) {
        location.setId("workspace-location");
        location.setPromptText(texts.text("workspace.location.prompt"));
        location.setAccessibleText(texts.text("workspace.location"));
        location.setOnAction(_ -> add(location.getText()));
        HBox.setHgrow(location, Priority.ALWAYS);
        var file = new Button(texts.text("workspace.file"), Icons.of(Feather.FILE));
        file.setOnAction(_ -> take(new FileChooser().showOpenDialog(getScene().getWindow())));
        var folder = new Button(texts.text("workspace.folder"), Icons.of(Feather.FOLDER));
        folder.setOnAction(_ -> take(new DirectoryChooser().showDialog(getScene().getWindow())));
        var before = new MenuButton(texts.text("workspace.recent"), Icons.of(Feather.CLOCK));
        before.setId("workspace-recent");
        before.setDisable(recent.isEmpty());
        recent.forEach(one -> {
            var item = new MenuItem(one);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> add(one));
            before.getItems().add(item);
        });
        var add = new Button(texts.text("workspace.add"), Icons.of(Feather.PLUS));
        add.setId("workspace-add");
        add.setOnAction(_ -> add(location.getText()));
        add.disableProperty().bind(location.textProperty().map(String::isBlank));
        var line = new HBox(8, location, add, file, folder, before);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void take(@Nullable File file) {
        if (file != null) {
            add(file.getPath());
        }
    }

    private void add(String text) {
        if (model.add(text)) {
            location.clear();
            table.getSelectionModel().selectLast();
        }
    }

    private void buildTrouble() {
        trouble.setId("workspace-trouble");
        trouble.getStyleClass().addAll("banner", "banner-trouble");
        trouble.setGraphic(Icons.of(Feather.ALERT_OCTAGON));
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.managedProperty().bind(trouble.visibleProperty());
        model.troubleProperty().subscribe(this::tell);
        model.refusedProperty().subscribe(this::tell);
        tell();
    }

    private void tell() {
        Optional<String> words = model.troubleProperty().get().map(it -> texts.text(it.key()))
                .or(() -> model.refusedProperty().get().map(Notice::sentence));
        trouble.setVisible(words.isPresent());
        trouble.setText(words.orElse(""));
    }

    private Node buttons() {
        var read = new Button(texts.text("workspace.read"), Icons.of(Feather.FOLDER));
        read.setOnAction(_ -> chosenFile(true).ifPresent(model::read));
        var remove = new Button(texts.text("workspace.remove"), Icons.of(Feather.TRASH_2));
        remove.setId("workspace-remove");
        remove.setOnAction(_ -> model.remove(chosen()));
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        var cancel = new Button(texts.text("workspace.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> doors.close().run());
        var save = new Button(texts.text("workspace.save"));
        save.setId("workspace-save");
        save.setOnAction(_ -> chosenFile(false).ifPresent(model::save));
        save.disableProperty().bind(model.complete().not());
        var open = new Button(texts.text("workspace.open"));
        open.setId("workspace-open");
        open.getStyleClass().add("accent");
        open.setOnAction(_ -> saveAndOpen());
        open.disableProperty().bind(model.complete().not());
        var where = new Label();
        where.getStyleClass().add("hc-muted");
        where.setMinWidth(0);
        where.textProperty()
                .bind(model.fileProperty().map(path -> path.map(it -> String.valueOf(it.getFileName())).orElse("")));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, read, remove, where, space, cancel, save, open);
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }

    private void saveAndOpen() {
        model.fileProperty().get().or(() -> chosenFile(false)).filter(model::save)
                .ifPresent(_ -> model.fileProperty().get().ifPresent(doors.open()));
    }

    private Optional<Path> chosenFile(boolean toRead) {
        var chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("*" + WorkspaceFile.ENDING, "*" + WorkspaceFile.ENDING));
        var window = getScene().getWindow();
        return Optional.ofNullable(toRead ? chooser.showOpenDialog(window) : chooser.showSaveDialog(window))
                .map(File::toPath);
    }
}
