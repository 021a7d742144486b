package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Legend;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.audit.mark.Standing;
import io.hindcast.audit.mark.Tick;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The marks of the focused event, and buttons to add one.
public final class EventMarks extends VBox {
    /// More lines than this would leave no room for the event.
    private static final int MOST = 2;

    private final MarksModel model;
    private final MarkDesk desk;
    private final Texts texts = Texts.of(EventMarks.class);
    private final VBox lines = new VBox(2);
    private final Label none = new Label();
    private final Hyperlink more = new Hyperlink();
    private final MenuButton ticks = new MenuButton();

    /// @param showAll shows the list of all marks
    public EventMarks(MarksModel model, MarkDesk desk, Runnable showAll) {
        super(2);
        this.model = model;
        this.desk = desk;
        getStyleClass().add("event-marks");
        none.getStyleClass().add("hc-muted");
        none.setMinWidth(0);
        more.setMinWidth(0);
        more.setOnAction(_ -> showAll.run());
        ticks.setGraphic(Icons.of(MarkWords.icon(MarkKind.TICK)));
        ticks.setId("event-ticks");
        ticks.getStyleClass().addAll("flat", "small", "mark-ticks");
        ticks.setAccessibleText(texts.text("marks.add.tick"));
        ticks.setTooltip(new Tooltip(texts.text("marks.add.tick")));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var tools = new HBox(
                2,
                none,
                more,
                space,
                button(Feather.BOOKMARK, "marks.add.bookmark", desk::bookmark),
                button(Feather.MESSAGE_SQUARE, "marks.add.note", desk::note),
                ticks,
                button(Feather.FLAG, "marks.add.finding", desk::finding));
        tools.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(tools, lines);
        model.focus().lookProperty().subscribe((_, _) -> show());
        model.focus().marked().marksProperty().subscribe((_, _) -> show());
        model.focus().marked().standingsProperty().subscribe((_, _) -> show());
        show();
    }

    private Button button(Feather icon, String key, Runnable what) {
        Button button = Icons.button(icon, texts.text(key), what);
        button.setId(key.replace('.', '-'));
        return button;
    }

    private void show() {
        legend(model.focus().marked().now().legend());
        List<Mark> here = model.ofFocus();
        none.setText(here.isEmpty() ? texts.text("marks.event.none") : texts.text("marks.event.count", here.size()));
        lines.getChildren().clear();
        here.stream()
                .sorted((one, other) -> Boolean.compare(invalid(other), invalid(one)))
                .limit(MOST)
                .map(this::line)
                .forEach(lines.getChildren()::add);
        more.setText(texts.text("marks.event.more", here.size() - MOST));
        more.setVisible(here.size() > MOST);
        more.setManaged(here.size() > MOST);
    }

    private boolean invalid(Mark mark) {
        return model.focus().marked().isInvalid(mark);
    }

    private Node line(Mark mark) {
        Optional<Standing> standing = model.focus().marked().standing(mark);
        var words = new Label(
                model.words().brief(mark, model.focus().marked().now().legend()),
                Icons.of(MarkWords.icon(mark.kind()), "mark-sign", "mark-sign-" + mark.kind().word()));
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("event-mark-words");
        words.setTooltip(new Tooltip(model.words().lines(List.of(mark), model.focus().marked())));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(6, words);
        line.getStyleClass().add("event-mark");
        line.setAlignment(Pos.CENTER_LEFT);
        if (invalid(mark)) {
            var bad = new Label(model.words().standing(standing), Icons.of(MarkWords.icon(standing), "mark-sign", "mark-sign-bad"));
            bad.getStyleClass().addAll("mark-standing", "mark-standing-bad");
            bad.setMinWidth(USE_PREF_SIZE);
            bad.setTooltip(new Tooltip(model.words().sentence(standing)));
            line.getChildren().add(bad);
        }
        line.getChildren()
                .addAll(
                        Icons.button(Feather.EDIT_2, texts.text("marks.edit"), () -> desk.edit(mark)),
                        Icons.button(Feather.TRASH_2, texts.text("marks.remove"), () -> model.book().remove(mark)));
        return line;
    }

    private void legend(Legend legend) {
        if (ticks.getItems().size() == legend.ticks().size() + 2 && legend.ticks().equals(ticks.getUserData())) {
            return;
        }
        ticks.setUserData(legend.ticks());
        ticks.getItems().clear();
        for (Tick tick : legend.ticks()) {
            var item = new MenuItem(tick.symbol() + "   " + model.words().meaning(tick));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> desk.tick(tick));
            ticks.getItems().add(item);
        }
        var all = new MenuItem(texts.text("marks.legend.open"));
        all.setOnAction(_ -> desk.legend());
        ticks.getItems().addAll(new SeparatorMenuItem(), all);
    }
}
