package io.hindcast.desktop.shell;

import atlantafx.base.controls.CustomTextField;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Mark;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.OpenStore;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;

/// The line above everything: what the program is, which store it looks at, where to go.
final class Header extends HBox {
    private final Focus focus;
    private final Texts texts;
    private final Button store = new Button();
    private final TextField goTo;
    private final NameSuggestions suggestions = new NameSuggestions();

    Header(Focus focus, Texts texts, Wishes wishes) {
        super(8);
        this.focus = focus;
        this.texts = texts;
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        var name = new Label("Hindcast");
        name.getStyleClass().add("header-name");
        name.setMinWidth(USE_PREF_SIZE);
        buildStore(wishes);
        goTo = goToField(wishes);
        var back = Icons.button(Feather.ARROW_LEFT, texts.text("header.back"), focus::back);
        back.disableProperty().bind(focus.canGoBackProperty().not());
        var forward = Icons.button(Feather.ARROW_RIGHT, texts.text("header.forward"), focus::forward);
        forward.disableProperty().bind(focus.canGoForwardProperty().not());
        getChildren().addAll(List.of(
                new Group(new Mark(24)),
                name,
                divider(),
                store,
                space(),
                back,
                forward,
                goTo,
                space(),
                report(wishes),
                share(wishes),
                Icons.button(Feather.COMMAND, texts.text("header.palette"), wishes.palette()),
                Icons.button(Feather.SUN, texts.text("header.theme"), wishes.theme()),
                Icons.button(Feather.HELP_CIRCLE, texts.text("header.help"), wishes.help())));
        focus.storeProperty().subscribe(this::show);
        focus.masksProperty().subscribe(suggestions::hide);
    }

    private Button report(Wishes wishes) {
        var report = Icons.button(Feather.FILE_TEXT, texts.text("header.report"), wishes.report());
        report.setId("header-report");
        report.disableProperty().bind(focus.storeProperty().map(Optional::isEmpty));
        return report;
    }

    /// What is looked at, for somebody else.
    private MenuButton share(Wishes wishes) {
        var share = new MenuButton("", Icons.of(Feather.SHARE_2));
        share.setId("header-share");
        share.getStyleClass().addAll("button-icon", "flat", "hc-icon-button", "no-arrow");
        share.setAccessibleText(texts.text("header.share"));
        share.setTooltip(new Tooltip(texts.text("header.share")));
        share.getItems().setAll(
                item("action.copyLink", wishes.copyLink()),
                item("action.copyCommand", wishes.copyCommand()),
                item("action.copyCitation", wishes.copyCitation()));
        share.disableProperty().bind(focus.storeProperty().map(Optional::isEmpty));
        return share;
    }

    private MenuItem item(String key, Runnable what) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> what.run());
        return item;
    }

    /// What the header can ask for.
    record Wishes(
            Runnable open,
            Runnable report,
            Runnable copyLink,
            Runnable copyCommand,
            Runnable copyCitation,
            Runnable palette,
            Runnable theme,
            Runnable help,
            java.util.function.Consumer<String> goTo) {}

    private void buildStore(Wishes wishes) {
        store.setId("header-store");
        store.getStyleClass().addAll("flat", "header-store");
        store.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        store.setMaxWidth(360);
        store.setMinWidth(80);
        store.setTooltip(new Tooltip(texts.text("header.open.tip")));
        store.setGraphic(Icons.of(Feather.DATABASE));
        store.setOnAction(_ -> wishes.open().run());
    }

    private TextField goToField(Wishes wishes) {
        var field = new CustomTextField();
        field.setLeft(Icons.of(Feather.COMPASS, "hc-muted-icon"));
        field.setId("header-goto");
        field.setPrefWidth(320);
        field.setMinWidth(160);
        field.setPromptText(texts.text("header.goto.prompt"));
        field.setAccessibleText(texts.text("header.goto.prompt"));
        field.setTooltip(new Tooltip(texts.text("header.goto.tip")));
        field.setOnAction(_ -> wishes.goTo().accept(field.getText()));
        field.disableProperty().bind(focus.storeProperty().map(Optional::isEmpty));
        TextFields.bindAutoCompletion(field, asked -> suggestions.like(asked.getUserText()))
                .setOnAutoCompleted(chosen -> wishes.goTo().accept(chosen.getCompletion()));
        return field;
    }

    private void show(Optional<OpenStore> opened) {
        suggestions.lookInto(opened.map(OpenStore::index));
        store.setText(opened.map(OpenStore::location).orElse(texts.text("header.open")));
        store.setAccessibleText(store.getText() + ". " + texts.text("header.open.tip"));
    }

    void goTo() {
        goTo.requestFocus();
        goTo.selectAll();
    }

    private static Region divider() {
        var divider = new Region();
        divider.getStyleClass().add("header-divider");
        return divider;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
