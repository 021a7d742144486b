package io.hindcast.desktop.fold;

import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.InstalledFold;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The folds that can be put in use: the store's own, and those that are installed. Broken ones stand there with the reason.
final class FoldMenu extends MenuButton {
    private final FoldModel model;
    private final Texts texts;

    FoldMenu(FoldModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("fold-menu");
        setGraphic(Icons.of(Feather.BOOK_OPEN));
        setTooltip(new Tooltip(texts.text("fold.choose.tip")));
        setAccessibleText(texts.text("fold.choose.tip"));
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("flat", "small", "hc-menu");
        setOnShowing(_ -> {
            if (model.installedProperty().get().isEmpty()) {
                model.lookForInstalled();
            }
        });
        model.installedProperty().subscribe(this::fill);
    }

    private void fill(Optional<List<InstalledFold>> installed) {
        getItems().setAll(item(texts.text("fold.choose.default"), model::useDefault), new SeparatorMenuItem());
        if (installed.isEmpty()) {
            getItems().add(remark(texts.text("fold.choose.looking")));
            return;
        }
        if (installed.get().isEmpty()) {
            getItems().add(remark(texts.text("fold.choose.none")));
        }
        installed.get().forEach(one -> getItems().add(item(one)));
        getItems().addAll(
                new SeparatorMenuItem(), item(texts.text("fold.choose.again"), model::lookForInstalled));
    }

    private MenuItem item(InstalledFold installed) {
        String file = String.valueOf(installed.reference().getFileName());
        return switch (installed) {
            case InstalledFold.Working working ->
                item(
                        texts.text(working.isCode() ? "fold.choose.code" : "fold.choose.rules", working.fold().name(), file),
                        () -> model.choose(working.reference()));
            case InstalledFold.Broken broken -> remark(texts.text("fold.choose.broken", file, broken.reason()));
        };
    }

    private static MenuItem item(String words, Runnable what) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> what.run());
        return item;
    }

    private static MenuItem remark(String words) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setDisable(true);
        return item;
    }
}
