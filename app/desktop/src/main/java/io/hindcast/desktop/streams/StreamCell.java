package io.hindcast.desktop.streams;

import io.hindcast.audit.mark.Mark;
import io.hindcast.desktop.focus.Evidence.Findings;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.sign.MarkSigns;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.StreamSummary;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row of the list of streams; its nodes are made once and filled again and again.
final class StreamCell extends ListCell<StreamRow> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("category");
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
    private static final int MOST_SIGNS = 2;
    /// Marks that the tooltip tells.
    private static final int TOLD = 5;
    private final StreamsModel model;
    private final Texts texts;
    private final FontIcon icon = Icons.of(Feather.CHEVRON_DOWN, "hc-muted-icon");
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Label count = new Label();
    private final Label badge = new Label();
    private final MarkSigns signs = new MarkSigns();
    private final MarkWords markWords;
    private final Tooltip tip = new Tooltip();
    private final HBox box;

    StreamCell(StreamsModel model, Texts texts) {
        this.model = model;
        this.markWords = new MarkWords(model.focus()::masks);
        this.texts = texts;
        getStyleClass().add("stream-cell");
        name.getStyleClass().add("stream-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        detail.getStyleClass().add("stream-detail");
        count.getStyleClass().add("hc-count");
        count.setMinWidth(USE_PREF_SIZE);
        var words = new VBox(name, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        badge.setMinWidth(USE_PREF_SIZE);
        box = new HBox(8, icon, words, signs, badge, count);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() instanceof StreamRow.Category category) {
                model.fold(category.name());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable StreamRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEAD, row instanceof StreamRow.Category);
        pseudoClassStateChanged(DELETED, false);
        setTooltip(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case StreamRow.Category category -> show(category);
            case StreamRow.OfStream(StreamSummary summary) -> show(summary);
        }
        setGraphic(box);
    }

    private void show(StreamRow.Category category) {
        icon.setIconCode(category.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        icon.setVisible(true);
        icon.setManaged(true);
        name.setText(category.name().isEmpty() ? texts.text("streams.category.none") : category.name());
        detail.setText(texts.text("streams.category.detail", category.streams(), category.events()));
        count.setText("");
        show(List.of());
        show(Optional.empty());
        setAccessibleText(name.getText() + ", " + detail.getText());
    }

    private void show(StreamSummary summary) {
        icon.setVisible(summary.deleted());
        icon.setManaged(summary.deleted());
        icon.setIconCode(Feather.ARCHIVE);
        pseudoClassStateChanged(DELETED, summary.deleted());
        String called = model.focus().masks().stream(summary.stream());
        name.setText(called);
        detail.setText(span(summary));
        count.setText(texts.text("streams.number", summary.events()));
        Optional<Findings> findings = Optional.ofNullable(
                model.focus().evidence().findingsProperty().get().get(summary.stream()));
        show(findings);
        String whole = texts.text(
                summary.deleted() ? "streams.tip.deleted" : "streams.tip",
                called,
                summary.events(),
                time().exact(summary.firstAt()),
                time().exact(summary.lastAt()));
        List<Mark> marks = model.focus().marked().now().ofStream(summary.stream());
        show(marks);
        String said = findings.map(it -> whole + "\n" + texts.text("streams.findings", it.defects(), it.notes()))
                        .orElse(whole)
                + (marks.isEmpty() ? "" : "\n" + told(marks));
        tip.setText(said);
        setTooltip(tip);
        setAccessibleText(said);
    }

    private void show(List<Mark> marks) {
        boolean any = signs.show(marks, model.focus().marked(), MOST_SIGNS);
        signs.setVisible(any);
        signs.setManaged(any);
    }

    /// The first of them, those that no longer hold before the others.
    private String told(List<Mark> marks) {
        List<String> lines = markWords.lines(marks, model.focus().marked()).lines().toList();
        String first = String.join("\n", lines.subList(0, Math.min(TOLD, lines.size())));
        return lines.size() > TOLD ? first + "\n" + texts.text("streams.marks.more", lines.size() - TOLD) : first;
    }

    /// How many findings the stream has; defects are counted alone where there are some.
    private void show(Optional<Findings> findings) {
        badge.setVisible(findings.isPresent());
        badge.setManaged(findings.isPresent());
        findings.ifPresent(it -> {
            boolean bad = it.defects() > 0;
            badge.setText(texts.text("streams.number", bad ? it.defects() : it.notes()));
            badge.getStyleClass().setAll("label", "stream-badge", bad ? "stream-badge-defect" : "stream-badge-note");
        });
    }

    private String span(StreamSummary summary) {
        String first = summary.firstAt().map(time()::day).orElse("—");
        String last = summary.lastAt().map(time()::day).orElse("—");
        return first.equals(last) ? first : first + " – " + last;
    }

    private TimeText time() {
        return new TimeText(model.focus().zoneProperty().get(), texts.locale());
    }
}
