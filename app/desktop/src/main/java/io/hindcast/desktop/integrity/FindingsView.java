package io.hindcast.desktop.integrity;

import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Standing;
import io.hindcast.audit.integrity.Wording;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One check: what it asks, what it found page by page, and what can be done.
final class FindingsView extends BorderPane {
    private final IntegrityModel model;
    private final Texts texts;
    private final Wording wording;
    private final FindingTable table;
    private final Label question = new Label();
    private final Label advice = new Label();
    private final Label range = new Label();
    private final Button back;
    private final Button forward;
    private final HBox pages;

    FindingsView(IntegrityModel model, Texts texts, Wording wording) {
        this.model = model;
        this.texts = texts;
        this.wording = wording;
        table = new FindingTable(texts, wording, model.focus()::masks, model::goTo);
        getStyleClass().add("findings");
        question.getStyleClass().add("findings-question");
        question.setWrapText(true);
        advice.getStyleClass().add("findings-advice");
        advice.setWrapText(true);
        back = Icons.button(Feather.CHEVRON_LEFT, texts.text("integrity.page.back"), () -> model.turn(false));
        back.setId("integrity-back");
        forward = Icons.button(Feather.CHEVRON_RIGHT, texts.text("integrity.page.forward"), () -> model.turn(true));
        forward.setId("integrity-forward");
        range.setId("integrity-range");
        pages = new HBox(6, back, range, forward);
        pages.setAlignment(Pos.CENTER_RIGHT);
        pages.getStyleClass().add("findings-pages");
        var head = new VBox(4, question, advice);
        head.getStyleClass().add("findings-head");
        setTop(head);
        setBottom(pages);
        model.pageProperty().subscribe(this::show);
        model.focus().masksProperty().subscribe((_, _) -> table.refresh());
    }

    private void show(IntegrityModel.Page page) {
        if (page.of().isEmpty()) {
            question.setText("");
            say(false, "");
            setCenter(new EmptyState(Feather.LIST, texts.text("integrity.choose"), texts.text("integrity.choose.next")));
            return;
        }
        CheckResult result = page.of().get();
        question.setText(wording.question(result.check()));
        boolean any = !page.findings().isEmpty();
        say(any, wording.advice(result.check()));
        if (any) {
            long end = page.from() + page.findings().size();
            range.setText(texts.text("integrity.page", page.from() + 1, end, result.total()));
            back.setDisable(page.from() == 0);
            forward.setDisable(end >= result.findings().kept());
            table.setItems(FXCollections.observableList(page.findings()));
            table.scrollTo(0);
            setCenter(table);
        } else {
            setCenter(nothing(result));
        }
    }

    private void say(boolean any, String words) {
        advice.setText(words);
        advice.setVisible(any);
        advice.setManaged(any);
        pages.setVisible(any);
        pages.setManaged(any);
    }

    private EmptyState nothing(CheckResult result) {
        return switch (result.standing()) {
            case Standing.Clean() ->
                new EmptyState(Feather.CHECK_CIRCLE, texts.text("integrity.clean"), texts.text("integrity.clean.next"));
            case Standing.NotApplicable(var reason) ->
                new EmptyState(Feather.MINUS_CIRCLE, texts.text("integrity.notApplicable.title"), wording.text(reason));
            case Standing.Stopped _ ->
                new EmptyState(
                        Feather.PAUSE_CIRCLE, texts.text("integrity.stopped.title"), texts.text("integrity.stopped.next"));
            case Standing.Found _ ->
                new EmptyState(Feather.HARD_DRIVE, texts.text("integrity.lost"), texts.text("integrity.lost.next"));
        };
    }
}
