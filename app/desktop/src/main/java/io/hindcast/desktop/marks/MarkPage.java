package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkChange;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.audit.mark.Money;
import io.hindcast.audit.mark.Standing;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One mark in full: what it says, whether it holds and what is not as it was, and all that was ever done to it.
final class MarkPage extends BorderPane {
    private static final int SHOWN_OF_HASH = 16;

    private final MarksModel model;
    private final MarkDesk desk;
    private final Texts texts;
    private final VBox lines = new VBox(6);

    MarkPage(MarksModel model, MarkDesk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        getStyleClass().add("mark-page");
        lines.getStyleClass().add("mark-lines");
        setMinWidth(0);
        show(null);
    }

    void show(@Nullable Mark mark) {
        if (mark == null) {
            setTop(null);
            setCenter(new EmptyState(Feather.BOOKMARK, texts.text("marks.choose"), texts.text("marks.choose.next")));
            return;
        }
        setTop(head(mark));
        lines.getChildren().clear();
        standing(mark);
        content(mark);
        history(mark);
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
    }

    private HBox head(Mark mark) {
        var title = new Label(model.words().kind(mark.kind()) + " " + mark.id());
        title.getStyleClass().add("mark-heading");
        title.setMinWidth(USE_PREF_SIZE);
        var place = new Label(model.words().place(mark.binding()));
        place.getStyleClass().add("hc-muted");
        place.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var go = Icons.button(Feather.CROSSHAIR, texts.text("marks.goTo"), () -> model.goTo(mark));
        go.setDisable(mark.binding().stream().isEmpty());
        var edit = Icons.button(Feather.EDIT_2, texts.text("marks.edit"), () -> desk.edit(mark));
        edit.setId("mark-edit");
        Button remove = Icons.button(Feather.TRASH_2, texts.text("marks.remove"), () -> model.book().remove(mark));
        remove.setId("mark-remove");
        edit.setDisable(mark.isRemoved());
        remove.setDisable(mark.isRemoved());
        var head = new HBox(8, title, place, space, go, edit, remove);
        head.getStyleClass().add("mark-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void standing(Mark mark) {
        Optional<Standing> standing = model.focus().marked().standing(mark);
        String tone = MarkWords.tone(standing);
        var words = new Label(model.words().sentence(standing), Icons.of(MarkWords.icon(standing)));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().addAll("banner", tone.equals("bad") ? "banner-trouble" : "banner-note");
        words.setId("mark-standing");
        lines.getChildren().add(words);
        if (standing.orElse(null) instanceof Standing.Changed(var differences)) {
            var grid = grid();
            for (int i = 0; i < differences.size(); i++) {
                Standing.Difference one = differences.get(i);
                row(grid, i, model.words().part(one.part()), texts.text("marks.wasIs", brief(one.was()), brief(one.is())));
            }
            lines.getChildren().add(grid);
        }
    }

    /// Hashes are told by their beginning.
    private static String brief(String text) {
        String told = text.isEmpty() ? "—" : text;
        return told.length() > 2 * SHOWN_OF_HASH && told.matches("[0-9a-f]+") ? told.substring(0, SHOWN_OF_HASH) + "…" : told;
    }

    private void content(Mark mark) {
        if (!(mark.content() instanceof Finding finding)) {
            var words = new Label(
                    mark.kind() == MarkKind.TICK || mark.text().isEmpty()
                            ? model.words().brief(mark, model.focus().marked().now().legend())
                            : mark.text());
            words.setWrapText(true);
            words.getStyleClass().add("mark-says");
            lines.getChildren().add(words);
            return;
        }
        var name = new Label(finding.text());
        name.setWrapText(true);
        name.getStyleClass().addAll("mark-says", "mark-heading");
        var grid = grid();
        int row = 0;
        for (var part : List.of(
                List.of("marks.condition", finding.condition()),
                List.of("marks.criteria", finding.criteria()),
                List.of("marks.cause", finding.cause()),
                List.of("marks.effect", finding.effect()),
                List.of("marks.amount", finding.amount().map(Money::text).orElse("")),
                List.of("marks.response", finding.response()),
                List.of("marks.severity", model.words().severity(finding.severity())),
                List.of("marks.status", model.words().status(finding.status())))) {
            if (!part.get(1).isEmpty()) {
                row(grid, row++, texts.text(part.get(0)), part.get(1));
            }
        }
        lines.getChildren().addAll(name, grid);
    }

    private void history(Mark mark) {
        var title = new Label(texts.text("marks.history"));
        title.getStyleClass().add("mark-heading");
        var grid = grid();
        grid.setId("mark-history");
        var time = new TimeText(model.focus().zoneProperty().get(), texts.locale());
        int row = 0;
        for (MarkChange change : mark.history().reversed()) {
            String said = said(change.content());
            row(
                    grid,
                    row++,
                    time.exact(change.at()),
                    texts.text("marks.deed." + change.deed().name(), change.who())
                            + (said.isEmpty() ? "" : ": " + said)
                            + (change.why().isEmpty() ? "" : " (" + change.why() + ")"));
        }
        lines.getChildren().addAll(title, grid);
    }

    private String said(MarkContent content) {
        return content instanceof Finding finding
                ? texts.text(
                        "marks.said.finding",
                        finding.text(),
                        model.words().severity(finding.severity()),
                        model.words().status(finding.status()))
                : content.text();
    }

    private static GridPane grid() {
        var grid = new GridPane(12, 4);
        grid.getStyleClass().add("mark-facts");
        return grid;
    }

    private static void row(GridPane grid, int row, String name, String value) {
        var left = new Label(name);
        left.getStyleClass().add("hc-muted");
        left.setMinWidth(USE_PREF_SIZE);
        var right = new Label(value);
        right.setWrapText(true);
        GridPane.setHgrow(right, Priority.ALWAYS);
        GridPane.setValignment(left, VPos.TOP);
        grid.addRow(row, left, right);
    }
}
