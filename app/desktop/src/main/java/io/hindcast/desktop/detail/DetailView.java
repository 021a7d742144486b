package io.hindcast.desktop.detail;

import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.CodeView;
import io.hindcast.desktop.value.ValueText;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The focused event: its header, and its body, metadata or raw bytes.
public final class DetailView extends BorderPane {
    private final DetailModel model;
    private final Node marks;
    private final Texts texts = Texts.of(DetailView.class);
    private final PaneHeader header;
    private final HeaderGrid grid;
    private final Label trouble = new Label();
    private final CodeView code = new CodeView(texts.text("detail.title"));
    private final ToggleGroup part = new ToggleGroup();
    private final ToggleButton body = choice("detail.body");
    private final ToggleButton metadata = choice("detail.metadata");
    private final ToggleButton raw = choice("detail.raw");

    /// @param marks what people have written beside the event, between its header and its body
    public DetailView(DetailModel model, Node marks) {
        this.model = model;
        this.marks = marks;
        getStyleClass().add("detail");
        grid = new HeaderGrid(model.focus(), texts);
        var choices = new HBox(body, metadata, raw);
        choices.getStyleClass().add("segments");
        var copy = Icons.button(Feather.COPY, texts.text("detail.copy"), this::copy);
        header = new PaneHeader(texts.text("detail.title"), choices, copy);
        trouble.getStyleClass().addAll("banner", "banner-trouble");
        trouble.setGraphic(Icons.of(Feather.ALERT_OCTAGON));
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        body.setSelected(true);
        part.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
            show(model.detailProperty().get());
        });
        model.detailProperty().subscribe(this::show);
        model.focus().typeColours().namesProperty().subscribe((_, _) -> show(model.detailProperty().get()));
        model.focus().zoneProperty().subscribe((_, _) -> show(model.detailProperty().get()));
    }

    private ToggleButton choice(String key) {
        var button = new ToggleButton(texts.text(key));
        button.setId(key.replace('.', '-'));
        button.setToggleGroup(part);
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.text(key));
        return button;
    }

    private void show(Optional<EventDetail> detail) {
        detail.ifPresentOrElse(this::show, () -> {
            header.remark().setText("");
            setTop(header);
            setCenter(new EmptyState(
                    Feather.FILE_TEXT, texts.text("detail.none"), texts.text("detail.none.next")));
        });
    }

    private void show(EventDetail detail) {
        header.remark().setText(detail.place());
        trouble.setText(String.join("\n", detail.troubles()));
        boolean odd = !detail.troubles().isEmpty();
        trouble.setVisible(odd);
        trouble.setManaged(odd);
        grid.show(detail);
        setTop(new VBox(header, grid, marks, trouble));
        if (raw.isSelected() || (body.isSelected() && detail.isUnreadable())) {
            code.show(detail.raw());
        } else {
            code.show(metadata.isSelected() ? detail.metadataLines() : detail.body());
        }
        setCenter(code);
    }

    private void copy() {
        model.detailProperty().get().ifPresent(detail -> {
            var content = new ClipboardContent();
            content.putString(text(detail));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private String text(EventDetail detail) {
        if (raw.isSelected() || detail.isUnreadable()) {
            return detail.bytes().orElseGet(() -> texts.text("detail.hidden"));
        }
        return ValueText.pretty(metadata.isSelected() ? detail.metadata() : detail.data());
    }
}
