package io.hindcast.desktop.fold;

import io.hindcast.connector.SourceInfo;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.OpenStore;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A line that says which fold makes the states, whether it is a guess, and what can be done about that.
public final class FoldBar extends HBox {
    private final FoldModel model;
    private final Texts texts = Texts.of(FoldBar.class);
    private final Label words = new Label();
    private final Button propose = new Button();
    private final Button cancel = new Button();

    public FoldBar(FoldModel model) {
        super(8);
        this.model = model;
        setId("fold-bar");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("fold-words");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTooltip(new Tooltip());
        HBox.setHgrow(words, Priority.ALWAYS);
        propose.setId("fold-propose");
        propose.setText(texts.text("fold.propose"));
        propose.setOnAction(_ -> model.propose());
        cancel.setText(texts.text("fold.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        propose.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        propose.getStyleClass().addAll("flat", "small", "accent");
        cancel.getStyleClass().addAll("flat", "small");
        getChildren().addAll(words, propose, cancel, new FoldMenu(model, texts));
        model.runningProperty().subscribe((_, _) -> show());
        model.progressProperty().subscribe((_, _) -> show());
        model.focus().foldProperty().subscribe((_, _) -> show());
        model.focus().storeProperty().subscribe((_, _) -> show());
        model.focus().lookProperty().subscribe((_, _) -> show());
        model.unknownProperty().subscribe((_, _) -> show());
        show();
    }

    private void show() {
        var fold = model.focus().foldProperty().get();
        boolean running = model.runningProperty().get();
        boolean guess = fold.filter(this::saysNothingSure).isPresent();
        setVisible(fold.isPresent());
        setManaged(fold.isPresent());
        getStyleClass().setAll("banner", "banner-note");
        words.setGraphic(Icons.of(guess ? Feather.HELP_CIRCLE : Feather.LAYERS));
        words.setText(running ? model.progressProperty().get() : fold.map(this::words).orElse(""));
        words.getTooltip().setText(tip());
        place(propose, guess && !running && hasSnapshots());
        place(cancel, running);
    }

    private String words(FoldInUse fold) {
        return fold.fold().isGuess()
                ? texts.text("fold.guess")
                : saysNothingSure(fold)
                ? texts.text("fold.uncovered", fold.fold().name())
                : texts.text("fold.inUse", fold.fold().name(), origin(fold)) + unknown();
    }

    private String tip() {
        List<String> types = model.unknownProperty().get();
        return types.isEmpty() ? words.getText() : words.getText() + "\n" + String.join("\n", types);
    }

    private String unknown() {
        List<String> types = model.unknownProperty().get();
        return types.isEmpty() ? "" : " · " + texts.text("fold.unknown", types.size());
    }

    /// Also where rules are in use that say nothing about the focused stream's category.
    private boolean saysNothingSure(FoldInUse fold) {
        return fold.fold().isGuess()
                || model.focus()
                        .look()
                        .history()
                        .filter(it -> it.fold().isGuess() || !fold.fold().covers(it.category()))
                        .isPresent();
    }

    private String origin(FoldInUse fold) {
        String beside = " beside the store";
        if (fold.origin().endsWith(beside)) {
            return texts.text("fold.beside", fold.origin().substring(0, fold.origin().length() - beside.length()));
        }
        return fold.origin().equals("bundled with the store") ? texts.text("fold.bundled") : fold.origin();
    }

    private boolean hasSnapshots() {
        return model.focus()
                .storeProperty()
                .get()
                .map(OpenStore::info)
                .filter(it -> it.capabilities().contains(SourceInfo.Capability.SNAPSHOTS))
                .isPresent();
    }

    private static void place(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
