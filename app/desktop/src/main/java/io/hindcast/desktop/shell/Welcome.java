package io.hindcast.desktop.shell;

import io.hindcast.desktop.open.RecentStores;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Mark;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the window shows while no store is open: what this is, and the ways in.
final class Welcome extends VBox {
    /// @param openSample opens the bundled store
    /// @param openRecent opens a store by its location
    Welcome(Texts texts, List<RecentStores.Entry> recent, Runnable open, Runnable openSample, Consumer<String> openRecent) {
        super(16);
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER);
        var title = new Label(texts.text("welcome.title"));
        title.getStyleClass().add("welcome-title");
        var words = new Label(texts.text("welcome.words"));
        words.getStyleClass().add("welcome-words");
        words.setWrapText(true);
        var opening = new Button(texts.text("welcome.open"), Icons.of(Feather.DATABASE));
        opening.getStyleClass().add("accent");
        opening.setDefaultButton(true);
        opening.setOnAction(_ -> open.run());
        var sample = new Button(texts.text("welcome.sample"), Icons.of(Feather.BOOK_OPEN));
        sample.setId("welcome-sample");
        sample.setOnAction(_ -> openSample.run());
        var buttons = new HBox(10, opening, sample);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(new Group(new Mark(72)), title, words, buttons);
        if (!recent.isEmpty()) {
            getChildren().add(recents(texts, recent, openRecent));
        }
    }

    private static VBox recents(Texts texts, List<RecentStores.Entry> recent, Consumer<String> openRecent) {
        var heading = new Label(texts.text("welcome.recent"));
        heading.getStyleClass().add("hc-muted");
        var list = new VBox(2, heading);
        list.getStyleClass().add("welcome-recents");
        for (RecentStores.Entry entry : recent.subList(0, Math.min(6, recent.size()))) {
            var button = new Button(entry.location(), Icons.of(Feather.CLOCK, "hc-muted-icon"));
            button.getStyleClass().addAll("flat", "open-recent");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setAccessibleText(entry.location());
            button.setOnAction(_ -> openRecent.accept(entry.location()));
            list.getChildren().add(button);
        }
        return list;
    }
}
