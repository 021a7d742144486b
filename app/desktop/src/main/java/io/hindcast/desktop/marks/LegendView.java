package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Legend;
import io.hindcast.audit.mark.Tick;
import io.hindcast.desktop.theme.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All tick marks with what they say and their keys, and fields for one of one's own.
final class LegendView extends VBox {
    private final MarksModel model;
    private final Texts texts = Texts.of(LegendView.class);
    private final GridPane grid = new GridPane(14, 6);
    private final TextField symbol = new TextField();
    private final TextField name = new TextField();
    private final TextField meaning = new TextField();
    private final Label said = new Label();

    LegendView(MarksModel model, Runnable close) {
        super(12);
        this.model = model;
        getStyleClass().add("mark-editor");
        setMaxHeight(USE_PREF_SIZE);
        var title = new Label(texts.text("marks.legend"));
        title.getStyleClass().add("dialog-title");
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(320);
        scroll.getStyleClass().add("edge-to-edge");
        said.getStyleClass().add("mark-said");
        said.setWrapText(true);
        var done = new Button(texts.text("marks.close"));
        done.setOnAction(_ -> close.run());
        var buttons = new HBox(done);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var own = new Label(texts.text("marks.legend.own"));
        own.getStyleClass().add("mark-heading");
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        getChildren().addAll(title, scroll, own, fields(), said, buttons);
        show(model.focus().marked().now().legend());
    }

    private HBox fields() {
        field(symbol, "marks.legend.symbol", 4);
        field(name, "marks.legend.name", 12);
        field(meaning, "marks.legend.meaning", 20);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        var add = new Button(texts.text("marks.legend.add"));
        add.setId("legend-add");
        add.setMinWidth(USE_PREF_SIZE);
        add.setDefaultButton(true);
        add.setOnAction(_ -> add());
        var fields = new HBox(8, symbol, name, meaning, add);
        fields.setAlignment(Pos.CENTER_LEFT);
        return fields;
    }

    private void field(TextField field, String key, int columns) {
        field.setId(key.replace('.', '-'));
        field.setPromptText(texts.text(key));
        field.setAccessibleText(texts.text(key));
        field.setPrefColumnCount(columns);
    }

    private void add() {
        var tick = new Tick(name.getText().strip(), symbol.getText().strip(), meaning.getText().strip());
        model.book()
                .explain(
                        tick,
                        () -> {
                            said.setText("");
                            symbol.clear();
                            name.clear();
                            meaning.clear();
                            show(model.focus().marked().now().legend());
                        },
                        said::setText);
    }

    private void show(Legend legend) {
        grid.getChildren().clear();
        int row = 0;
        for (Tick tick : legend.ticks()) {
            var sign = new Label(tick.symbol());
            sign.getStyleClass().add("mark-tick");
            var words = new Label(model.words().meaning(tick));
            words.setWrapText(true);
            GridPane.setHgrow(words, Priority.ALWAYS);
            var named = new Label(tick.name());
            named.getStyleClass().addAll("hc-mono", "hc-muted");
            var key = new Label(key(tick));
            key.getStyleClass().add("hc-muted");
            key.setMinWidth(USE_PREF_SIZE);
            grid.addRow(row++, sign, named, words, key);
        }
    }

    private String key(Tick tick) {
        for (int i = 0; i < Legend.USUAL.ticks().size(); i++) {
            if (Legend.USUAL.ticks().get(i).name().equals(tick.name())) {
                return texts.text("marks.legend.key", i + 1);
            }
        }
        return "";
    }
}
