package io.hindcast.desktop.marks;

import atlantafx.base.controls.CustomTextField;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.marks.MarksModel.Which;
import io.hindcast.desktop.question.JobBar;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All marks of the store, narrowed, beside the chosen one in full.
public final class MarksView extends BorderPane {
    private final MarksModel model;
    private final MarkDesk desk;
    private final Texts texts = Texts.of(MarksView.class);
    private final MarkTable table;
    private final MarkPage page;
    private final SplitPane split;
    private final PaneHeader header;
    private final TextField narrowing;
    private final Label trouble = new Label();
    private final Button who = new Button();
    private final Button export;

    public MarksView(MarksModel model, MarkDesk desk) {
        this.model = model;
        this.desk = desk;
        getStyleClass().add("marks");
        table = new MarkTable(model, texts);
        page = new MarkPage(model, desk, texts);
        split = new SplitPane(table, page);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        export = new SheetExport(model.focus()).button(() -> MarksSheet.of(model));
        export.setId("marks-export");
        var check = Icons.button(Feather.REFRESH_CW, texts.text("marks.check"), model.book()::check);
        check.setId("marks-check");
        check.disableProperty().bind(model.book().checking().runningProperty());
        var back = Icons.button(Feather.CORNER_UP_LEFT, texts.text("marks.undo"), desk::undo);
        back.disableProperty().bind(model.book().undoing().canUndoProperty().not());
        var again = Icons.button(Feather.CORNER_UP_RIGHT, texts.text("marks.redo"), desk::redo);
        again.disableProperty().bind(model.book().undoing().canRedoProperty().not());
        header = new PaneHeader(
                texts.text("marks.title"),
                back,
                again,
                Icons.button(Feather.BOOK_OPEN, texts.text("marks.legend"), desk::legend),
                check,
                export);
        narrowing = narrowingField();
        build();
        table.getSelectionModel().selectedItemProperty().subscribe(page::show);
        model.shownProperty().subscribe(this::show);
        model.focus().zoneProperty().subscribe((_, _) -> show(model.shownProperty().get()));
        model.focus().storeProperty().subscribe((_, _) -> show(model.shownProperty().get()));
        model.focus().marked().marksProperty().subscribe((_, _) -> show(model.shownProperty().get()));
        model.focus().marked().standingsProperty().subscribe((_, _) -> show(model.shownProperty().get()));
        model.book().troubleProperty().subscribe(this::trouble);
    }

    private void build() {
        var kinds = new NamedBox<Optional<MarkKind>>(
                texts.text("marks.kind"), one -> one.map(model.words()::kind).orElseGet(() -> texts.text("marks.kind.all")));
        kinds.getItems().add(Optional.empty());
        List.of(MarkKind.values()).forEach(kind -> kinds.getItems().add(Optional.of(kind)));
        kinds.setId("marks-kind");
        kinds.valueProperty().bindBidirectional(model.kindProperty());
        var which = new NamedBox<Which>(texts.text("marks.which"), one -> texts.text("marks.which." + one.name()));
        which.getItems().setAll(Which.values());
        which.setId("marks-which");
        which.valueProperty().bindBidirectional(model.whichProperty());
        who.setId("marks-who");
        who.getStyleClass().addAll("flat", "small");
        who.setGraphic(Icons.of(Feather.USER));
        who.setOnAction(_ -> desk.person());
        model.book().person().nameProperty().subscribe(name -> who.setText(texts.text("marks.as", name)));
        var tools = new FlowPane(kinds, which, narrowing, who);
        tools.getStyleClass().add("question-tools");
        trouble.getStyleClass().addAll("banner", "banner-trouble");
        trouble.setId("marks-trouble");
        trouble.setGraphic(Icons.of(Feather.ALERT_OCTAGON));
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        setTop(new VBox(header, tools, trouble, new JobBar(model.book().checking())));
    }

    private TextField narrowingField() {
        var field = new CustomTextField();
        field.setLeft(Icons.of(Feather.SEARCH, "hc-muted-icon"));
        field.setId("marks-text");
        field.setPrefWidth(170);
        field.setPromptText(texts.text("marks.narrow"));
        field.setAccessibleText(texts.text("marks.narrow"));
        field.textProperty().bindBidirectional(model.textProperty());
        return field;
    }

    private void show(List<Mark> shown) {
        String chosen = Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(Mark::id).orElse("");
        table.setItems(FXCollections.observableList(shown));
        table.refresh();
        Optional<Mark> still = shown.stream().filter(mark -> mark.id().equals(chosen)).findFirst();
        still.ifPresentOrElse(
                mark -> {
                    table.getSelectionModel().select(mark);
                    page.show(mark);
                },
                () -> {
                    table.getSelectionModel().clearSelection();
                    page.show(null);
                });
        int all = model.focus().marked().now().all().size();
        long invalid = model.focus().marked().now().all().stream()
                .filter(model.focus().marked()::isInvalid)
                .count();
        header.remark().setText(all == 0 ? "" : texts.text("marks.count", shown.size(), all, invalid));
        export.setDisable(shown.isEmpty());
        if (!shown.isEmpty()) {
            setCenter(split);
        } else if (all == 0 && model.whichProperty().get() != Which.REMOVED) {
            setCenter(new EmptyState(Feather.BOOKMARK, texts.text("marks.none"), texts.text("marks.none.next")));
        } else {
            setCenter(new EmptyState(Feather.FILTER, texts.text("marks.noneOfThese"), texts.text("marks.noneOfThese.next")));
        }
    }

    private void trouble(Optional<String> sentence) {
        trouble.setText(sentence.orElse(""));
        trouble.setVisible(sentence.isPresent());
        trouble.setManaged(sentence.isPresent());
    }

    /// Puts the keys into the pane.
    public void takeKeys() {
        if (table.getItems().isEmpty()) {
            narrowing.requestFocus();
        } else {
            table.requestFocus();
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
        }
    }
}
