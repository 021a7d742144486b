package io.hindcast.desktop.streams;

import atlantafx.base.controls.CustomTextField;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list of streams: a field to narrow it, a count, and rows grouped by category.
public final class StreamsView extends BorderPane {
    private final StreamsModel model;
    private final Texts texts = Texts.of(StreamsView.class);
    private final ListView<StreamRow> list = new ListView<>();
    private final TextField narrowing;
    private final PaneHeader header;
    private boolean following;

    public StreamsView(StreamsModel model) {
        this.model = model;
        getStyleClass().add("streams");
        header = new PaneHeader(texts.text("streams.title"));
        narrowing = narrowingField();
        list.setId("streams-list");
        list.setAccessibleText(texts.text("streams.title"));
        list.setFixedCellSize(42);
        list.setCellFactory(_ -> new StreamCell(model, texts));
        list.getSelectionModel().selectedItemProperty().subscribe((_, row) -> chosen(row));
        var top = new VBox(header, new StackPane(narrowing));
        top.getChildren().getLast().getStyleClass().add("hc-pane-tools");
        setTop(top);
        setCenter(list);
        model.listingProperty().subscribe(this::show);
        model.focus().indexing().phaseProperty().subscribe((_, _) -> list.setPlaceholder(placeholder()));
        model.focus().lookProperty().subscribe(this::follow);
        model.focus().loadingProperty().subscribe(this::follow);
        model.focus().zoneProperty().subscribe((_, _) -> list.refresh());
        model.focus().masksProperty().subscribe((_, _) -> list.refresh());
        model.focus().evidence().findingsProperty().subscribe((_, _) -> list.refresh());
        model.focus().marked().marksProperty().subscribe((_, _) -> list.refresh());
        model.focus().marked().standingsProperty().subscribe((_, _) -> list.refresh());
    }

    /// Puts the caret into the field that narrows the list.
    public void find() {
        narrowing.requestFocus();
        narrowing.selectAll();
    }

    private TextField narrowingField() {
        var field = new CustomTextField();
        field.setLeft(Icons.of(Feather.SEARCH, "hc-muted-icon"));
        field.setId("streams-narrow");
        field.setPromptText(texts.text("streams.narrow.prompt"));
        field.setAccessibleText(texts.text("streams.narrow.prompt"));
        field.setTooltip(new Tooltip(texts.text("streams.narrow.tip")));
        field.textProperty().bindBidirectional(model.narrowingProperty());
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                list.getSelectionModel().select(firstStream());
                key.consume();
            }
        });
        return field;
    }

    private int firstStream() {
        var rows = list.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof StreamRow.OfStream) {
                return i;
            }
        }
        return -1;
    }

    /// Why nothing is listed, and what to do about it.
    private EmptyState placeholder() {
        String why = !model.narrowingProperty().get().isBlank()
                ? "streams.unmatched"
                : model.focus().indexing().phaseProperty().get() == Indexing.Phase.COMPLETE ? "streams.none" : "streams.reading";
        return new EmptyState(Feather.LAYERS, texts.text(why), texts.text(why + ".next"));
    }

    private void show(Listing listing) {
        following = true;
        if (listing.rows().isEmpty()) {
            list.setPlaceholder(placeholder());
        }
        list.setItems(FXCollections.observableList(listing.rows()));
        following = false;
        header.remark()
                .setText(
                        listing.listed() == listing.all()
                                ? texts.text("streams.count", listing.all())
                                : texts.text("streams.count.narrowed", listing.listed(), listing.all()));
        follow();
    }

    private void chosen(StreamRow row) {
        if (!following && row instanceof StreamRow.OfStream(var summary)) {
            model.choose(summary.stream());
        }
    }

    private void follow() {
        int row = model.focusedStream().map(model::rowOf).orElse(-1);
        if (row == list.getSelectionModel().getSelectedIndex()) {
            return;
        }
        following = true;
        list.getSelectionModel().clearSelection();
        if (row >= 0) {
            list.getSelectionModel().select(row);
            list.scrollTo(Math.max(0, row - 4));
        }
        following = false;
    }
}
