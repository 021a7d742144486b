package io.hindcast.desktop.open;

import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Listening;
import io.hindcast.desktop.theme.Texts;
import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// The dialog that opens a store: recent ones, a path or URL with what recognises it, and what the connector asks for.
public final class OpenView extends VBox {
    private final OpenModel model;
    private final Texts texts = Texts.of(OpenView.class);
    private final TextField location = new TextField();
    private final Label claim = new Label();
    private final SettingsForm form;
    private final Label refused = new Label();
    private final Button map = new Button(texts.text("open.map"), Icons.of(Feather.COLUMNS));
    private final Button open = new Button(texts.text("open.open"));
    private final ProgressIndicator busy = new ProgressIndicator();

    /// Where the dialog leads.
    ///
    /// @param close takes it away
    /// @param mapping lets the person say what the columns or fields of a store mean
    /// @param workspace lets the person put several stores together
    public record Doors(Runnable close, Consumer<OpenRequest> mapping, Runnable workspace) {}

    public OpenView(OpenModel model, Doors doors) {
        super(14);
        this.model = model;
        getStyleClass().add("open-dialog");
        setMaxHeight(USE_PREF_SIZE);
        form = new SettingsForm(texts);
        var title = new Label(texts.text("open.title"));
        title.getStyleClass().add("dialog-title");
        var promise = new Label(texts.text("open.promise"), Icons.of(Feather.LOCK, "hc-good-icon"));
        promise.getStyleClass().add("open-promise");
        buildClaim();
        buildRefused();
        map.setId("open-map");
        map.managedProperty().bind(map.visibleProperty());
        map.setOnAction(_ -> model.request(form.values(), form.password()).ifPresent(doors.mapping()));
        getChildren().addAll(title, promise, locationLine(), claim, form, refused, map, recents(), buttons(doors));
        model.claimProperty().subscribe(this::show);
        Listening.whileShown(this, model.opening().refusedProperty().subscribe(this::show));
    }

    private Node locationLine() {
        location.setId("open-location");
        location.setPromptText(texts.text("open.location.prompt"));
        location.setAccessibleText(texts.text("open.location"));
        location.textProperty().bindBidirectional(model.locationProperty());
        location.setOnAction(_ -> open());
        HBox.setHgrow(location, Priority.ALWAYS);
        var file = new Button(texts.text("open.file"), Icons.of(Feather.FILE));
        file.setOnAction(_ -> take(new FileChooser().showOpenDialog(getScene().getWindow())));
        var folder = new Button(texts.text("open.folder"), Icons.of(Feather.FOLDER));
        folder.setOnAction(_ -> take(new DirectoryChooser().showDialog(getScene().getWindow())));
        var line = new HBox(8, location, file, folder);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void take(@org.jspecify.annotations.Nullable File chosen) {
        if (chosen != null) {
            location.setText(chosen.getPath());
        }
    }

    private void buildClaim() {
        claim.setId("open-claim");
        claim.getStyleClass().add("open-claim");
        claim.setWrapText(true);
    }

    private void buildRefused() {
        refused.setId("open-refused");
        refused.setWrapText(true);
        refused.setMaxWidth(Double.MAX_VALUE);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.setGraphic(Icons.of(Feather.ALERT_OCTAGON));
        refused.getStyleClass().addAll("banner", "banner-trouble", "open-refused");
    }

    private Node recents() {
        var heading = new Label(texts.text("open.recent"));
        heading.getStyleClass().add("hc-muted");
        var list = new VBox(2, heading);
        list.getStyleClass().add("open-recents");
        model.opening().recent().entries().stream().limit(5).forEach(entry -> list.getChildren().add(recent(entry)));
        boolean any = list.getChildren().size() > 1;
        list.setVisible(any);
        list.setManaged(any);
        return list;
    }

    private Button recent(RecentStores.Entry entry) {
        var button = new Button(entry.location(), Icons.of(Feather.DATABASE, "hc-muted-icon"));
        button.getStyleClass().addAll("flat", "open-recent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> {
            location.setText(entry.location());
            entry.user().ifPresent(user -> form.preset("user", user));
        });
        button.setAccessibleText(entry.location() + ", " + entry.system());
        return button;
    }

    private Node buttons(Doors doors) {
        var sample = new Button(texts.text("open.sample"), Icons.of(Feather.BOOK_OPEN));
        sample.setId("open-sample");
        sample.setOnAction(_ -> {
            location.setText(OpenModel.SAMPLE);
            open();
        });
        var several = new Button(texts.text("open.several"), Icons.of(Feather.LAYERS));
        several.setId("open-several");
        several.setOnAction(_ -> doors.workspace().run());
        var cancel = new Button(texts.text("open.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> {
            model.opening().cancel();
            doors.close().run();
        });
        open.setId("open-open");
        open.getStyleClass().add("accent");
        open.setOnAction(_ -> open());
        open.disableProperty()
                .bind(model.opening().openingProperty().or(Bindings.createBooleanBinding(
                        () -> location.getText().isBlank(), location.textProperty())));
        busy.setPrefSize(18, 18);
        busy.setAccessibleText(texts.text("open.busy"));
        busy.visibleProperty().bind(model.opening().openingProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, sample, several, space, busy, cancel, open);
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }

    private void open() {
        model.open(form.values(), form.password());
    }

    private void show(OpenModel.Claim found) {
        claim.getStyleClass().removeAll("claim-certain", "claim-none");
        if (found.location().isEmpty()) {
            claim.setText(texts.text("open.claim.empty"));
            claim.setGraphic(Icons.of(Feather.INFO, "hc-muted-icon"));
        } else if (found.connector().isEmpty()) {
            claim.setText(texts.text("open.claim.none"));
            claim.setGraphic(Icons.of(Feather.HELP_CIRCLE, "hc-warn-icon"));
            claim.getStyleClass().add("claim-none");
        } else {
            String key = found.recognition() == Recognition.CERTAIN ? "open.claim.certain" : "open.claim.possible";
            claim.setText(texts.text(key, found.connector().get().displayName()));
            claim.setGraphic(Icons.of(Feather.CHECK_CIRCLE, "hc-good-icon"));
            claim.getStyleClass().add("claim-certain");
        }
        form.ask(found.connector());
        map.setVisible(model.mayBeMapped());
    }

    private void show(Optional<Notice> notice) {
        refused.setVisible(notice.isPresent());
        refused.setManaged(notice.isPresent());
        notice.ifPresent(it -> refused.setText(
                it.sentence() + "\n" + it.kind().map(kind -> texts.text("open.next." + kind.name())).orElse(texts.text("open.next.mistake"))));
    }
}
