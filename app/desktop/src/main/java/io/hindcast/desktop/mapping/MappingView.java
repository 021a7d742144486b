package io.hindcast.desktop.mapping;

import io.hindcast.connector.MappingGuess;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/// The dialog: a table, what its columns mean with rows beside, the mapping file itself, and what would be read.
public final class MappingView extends VBox {
    private static final double TALLEST = 840;
    /// Room for nine roles; more are scrolled.
    private static final double ROWS_HEIGHT = 318;
    /// Left free above and below.
    private static final double MARGIN = 32;

    private final MappingModel model;
    private final Texts texts = Texts.of(MappingView.class);
    private final ComboBox<MappingGuess> tables = new ComboBox<>();
    private final Label trouble = new Label();
    private final Button keep;

    /// @param keepWords what the button says that keeps the mapping, and goes on
    /// @param back leads to where the person came from
    public MappingView(MappingModel model, String keepWords, Runnable back) {
        super(12);
        this.model = model;
        this.keep = new Button(keepWords);
        getStyleClass().add("mapping-dialog");
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                maxHeightProperty().bind(scene.heightProperty().subtract(MARGIN).map(room -> Math.min(
                        TALLEST, room.doubleValue())));
            }
        });
        var title = new Label(texts.text("mapping.title"));
        title.getStyleClass().add("dialog-title");
        var hint = new Label(texts.text("mapping.hint"));
        hint.getStyleClass().add("hc-muted");
        hint.setWrapText(true);
        var tabs = tabs();
        var trial = new TrialTable(model, texts);
        VBox.setVgrow(trial, Priority.ALWAYS);
        var found = new VBox(12, tableLine(), tabs, trial);
        var nothing = new EmptyState(
                Feather.HELP_CIRCLE, texts.text("mapping.nothing"), texts.text("mapping.nothing.next"));
        var content = new StackPane(found, nothing);
        VBox.setVgrow(content, Priority.ALWAYS);
        found.visibleProperty().bind(model.chosenProperty().map(Optional::isPresent));
        nothing.visibleProperty()
                .bind(found.visibleProperty().not().and(model.lookingProperty().not()));
        buildTrouble();
        getChildren().addAll(title, hint, content, trouble, buttons(back));
    }

    private Node tableLine() {
        tables.setId("mapping-table");
        tables.setAccessibleText(texts.text("mapping.table"));
        tables.setConverter(new StringConverter<>() {
            @Override
            public String toString(MappingGuess guess) {
                return guess == null ? "" : guess.table();
            }

            @Override
            public MappingGuess fromString(String name) {
                return tables.getItems().stream()
                        .filter(guess -> guess.table().equals(name))
                        .findFirst()
                        .orElseThrow();
            }
        });
        model.guessesProperty().subscribe(this::offer);
        tables.valueProperty().subscribe((_, guess) -> model.chosenProperty().set(Optional.ofNullable(guess)));
        var label = new Label(texts.text("mapping.table"));
        label.setLabelFor(tables);
        var line = new HBox(10, label, tables);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void offer(List<MappingGuess> guesses) {
        tables.getItems().setAll(guesses);
        model.chosenProperty().get().ifPresentOrElse(tables::setValue, () -> {
            if (!guesses.isEmpty()) {
                tables.setValue(guesses.getFirst());
            }
        });
    }

    private TabPane tabs() {
        var file = new TextArea();
        file.setId("mapping-file");
        file.getStyleClass().add("hc-mono");
        file.setPrefRowCount(14);
        file.textProperty().bindBidirectional(model.textProperty());
        file.setAccessibleText(texts.text("mapping.file"));
        var tabs = new TabPane(
                new Tab(texts.text("mapping.columns"), scrolled(new RoleRows(model, texts))),
                new Tab(texts.text("mapping.file"), file));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private static ScrollPane scrolled(Node rows) {
        var pane = new ScrollPane(rows);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPrefViewportHeight(ROWS_HEIGHT);
        return pane;
    }

    private void buildTrouble() {
        trouble.getStyleClass().addAll("banner", "banner-trouble");
        trouble.setGraphic(Icons.of(Feather.ALERT_OCTAGON));
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.managedProperty().bind(trouble.visibleProperty());
        model.troubleProperty().subscribe(notice -> {
            trouble.setVisible(notice.isPresent());
            trouble.setText(notice.map(Notice::sentence).orElse(""));
        });
    }

    private Node buttons(Runnable back) {
        var leave = new Button(texts.text("mapping.back"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> back.run());
        keep.setId("mapping-keep");
        keep.getStyleClass().add("accent");
        keep.setOnAction(_ -> model.keepAndOpen());
        keep.disableProperty()
                .bind(model.trialProperty()
                        .map(trial -> trial.filter(it -> it.refusal().isEmpty() && !it.events().isEmpty())
                                .isEmpty()));
        var where = new Label(texts.text("mapping.where"));
        where.getStyleClass().add("hc-muted");
        where.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, where, space, leave, keep);
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }
}
