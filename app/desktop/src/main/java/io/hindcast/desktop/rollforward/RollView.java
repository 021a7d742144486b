package io.hindcast.desktop.rollforward;

import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.question.CategoryBox;
import io.hindcast.desktop.question.JobBar;
import io.hindcast.desktop.question.MomentField;
import io.hindcast.desktop.question.ReportButton;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.question.Together;
import io.hindcast.desktop.rollforward.RollModel.Answer;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.population.RollForward.RollLine;
import io.hindcast.engine.population.RollForward;
import io.hindcast.engine.population.RollPeriod;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Opening, movements by event type and closing of a field, and whether they tie out.
public final class RollView extends BorderPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final RollModel model;
    private final Focus focus;
    private final Texts texts = Texts.of(RollView.class);
    private final CategoryBox category;
    private final TextField field = new TextField("/balance");
    private final MomentField from;
    private final MomentField to;
    private final CheckBox clock;
    private final MomentField believed;
    private final Button export;
    private final ToggleButton byStream;
    private final PaneHeader header;
    private final Label verdict = new Label();
    private final Label foot = new Label();
    private final LineTable lines;

    /// @param report where wishes for reports are heard
    public RollView(RollModel model, Consumer<ReportWish> report) {
        this.model = model;
        this.focus = model.focus();
        getStyleClass().add("roll-forward");
        category = new CategoryBox(focus);
        from = new MomentField(focus, texts.text("roll.from"), "");
        to = new MomentField(focus, texts.text("roll.to"), "head");
        clock = new CheckBox(texts.text("roll.effective"));
        clock.setId("roll-effective");
        clock.setTooltip(new Tooltip(texts.text("roll.effective.tip")));
        believed = new MomentField(focus, texts.text("roll.believed"), "head");
        believed.setId("roll-believed");
        export = new SheetExport(focus).button(() -> RollSheet.of(model.answerProperty().get().orElseThrow(), focus.masks()));
        export.setId("roll-export");
        byStream = Icons.toggle(Feather.LIST, texts.text("roll.byStream"));
        byStream.setId("roll-by-stream");
        header = new PaneHeader(
                texts.text("roll.title"), ReportButton.of(this::reportWish, wish -> ifRecorded(() -> report.accept(wish))), export, byStream);
        lines = new LineTable(texts, focus::masks, this::open);
        build();
        model.answerProperty().subscribe(this::show);
        focus.masksProperty().subscribe((_, _) -> show(model.answerProperty().get()));
        byStream.selectedProperty().subscribe((_, _) -> show(model.answerProperty().get()));
    }

    private void build() {
        var ask = new Button(texts.text("roll.ask"));
        ask.setId("roll-ask");
        ask.getStyleClass().add("accent");
        ask.setOnAction(_ -> ask());
        field.setId("roll-field");
        field.setPrefColumnCount(10);
        field.setAccessibleText(texts.text("roll.field"));
        field.setOnAction(_ -> ask());
        field.textProperty().subscribe((_, _) -> field.pseudoClassStateChanged(WRONG, false));
        from.setId("roll-from");
        to.setId("roll-to");
        from.setOnAction(_ -> ask());
        to.setOnAction(_ -> ask());
        believed.setOnAction(_ -> ask());
        var believedLabel = new Label(texts.text("roll.believed"));
        for (Control one : List.of(believedLabel, believed)) {
            one.visibleProperty().bind(clock.selectedProperty());
            one.managedProperty().bind(clock.selectedProperty());
        }
        var tools = new FlowPane(
                category,
                Together.of(new Label(texts.text("roll.field")), field),
                Together.of(
                        new Label(texts.text("roll.from")),
                        from,
                        Icons.button(Feather.ANCHOR, texts.text("roll.from.baseline"), this::fromBaseline)),
                Together.of(
                        new Label(texts.text("roll.to")),
                        to,
                        Icons.button(Feather.CROSSHAIR, texts.text("roll.to.focus"), this::toFocus)),
                clock,
                Together.of(believedLabel, believed),
                ask);
        tools.getStyleClass().add("question-tools");
        verdict.setWrapText(true);
        foot.getStyleClass().add("question-foot");
        foot.setWrapText(true);
        setTop(new VBox(header, tools, new JobBar(model.job())));
    }

    private void fromBaseline() {
        var look = focus.look();
        look.history().ifPresent(history -> look.baseline()
                .ifPresentOrElse(
                        index -> from.setText(index < 0 && !clock.isSelected() ? "#0" : textOf(history, Math.max(index, 0))),
                        () -> from.setText(textOfFocus())));
    }

    private void toFocus() {
        to.setText(textOfFocus());
    }

    private String textOfFocus() {
        return focus.look()
                .history()
                .filter(_ -> focus.look().isOnEvent())
                .map(history -> textOf(history, focus.look().index()))
                .orElse("head");
    }

    /// An event as a moment, or as the day on which it holds.
    private String textOf(StreamHistory history, int index) {
        return clock.isSelected()
                ? history.effectiveDay(index, focus.zoneProperty().get()).map(LocalDate::toString).orElse("head")
                : MomentField.textOf(history.event(index));
    }

    private void ask() {
        boolean noField = field.getText().isBlank();
        field.pseudoClassStateChanged(WRONG, noField);
        Optional<RollPeriod> period = clock.isSelected() ? effective() : recorded();
        if (!noField && period.isPresent()) {
            model.ask(category.chosen(), FieldPath.parse(field.getText().strip()), from.getText(), to.getText(), period.get());
        }
    }

    private Optional<RollPeriod> recorded() {
        var first = from.moment();
        var last = to.moment();
        return first.flatMap(one -> last.map(other -> new RollPeriod.Recorded(one, other)));
    }

    private Optional<RollPeriod> effective() {
        var first = from.day();
        var last = to.getText().strip().equals("head") ? Optional.of(LocalDate.MAX) : to.day();
        var moment = believed.moment();
        return first.flatMap(one -> last.flatMap(other -> moment.map(
                at -> new RollPeriod.Effective(one, other, at, focus.zoneProperty().get()))));
    }

    private void show(Optional<Answer> answer) {
        byStream.setDisable(answer.isEmpty());
        export.setDisable(answer.isEmpty());
        if (answer.isEmpty()) {
            header.remark().setText("");
            setCenter(new EmptyState(Feather.TRENDING_UP, texts.text("roll.none"), texts.text("roll.none.next")));
            setBottom(null);
            return;
        }
        RollForward roll = answer.get().roll();
        header.remark().setText(texts.text("roll.remark", roll.population().aggregates()));
        showVerdict(roll);
        foot.setText(String.join(" ", sentences(answer.get())));
        setBottom(new VBox(verdict, foot));
        if (roll.lines().isEmpty()) {
            setCenter(new EmptyState(Feather.TRENDING_UP, texts.text("roll.nothing"), nothing(answer.get())));
            return;
        }
        lines.show(byStream.isSelected() ? ofStreams(answer.get()) : ofAll(answer.get()), byStream.isSelected());
        setCenter(lines);
    }

    private String nothing(Answer answer) {
        FieldPath asked = answer.question().field();
        return answer.roll().seen().has(asked)
                ? texts.text("roll.nothing.next")
                : answer.roll()
                        .seen()
                        .nearest(asked)
                        .map(near -> texts.text("roll.unknown.near", asked.toString(), near.toString()))
                        .orElseGet(() -> texts.text("roll.unknown", asked.toString()));
    }

    private void showVerdict(RollForward roll) {
        boolean partial = !roll.population().isComplete();
        boolean good = !partial && roll.tiesOut();
        verdict.getStyleClass().setAll("label", "banner", good ? "banner-note" : partial ? "banner-warn" : "banner-trouble");
        verdict.setMaxWidth(Double.MAX_VALUE);
        verdict.setGraphic(Icons.of(good ? Feather.CHECK : Feather.ALERT_TRIANGLE));
        verdict.setText(texts.text(partial ? "roll.partial" : good ? "roll.ties" : "roll.ties.not"));
    }

    private List<String> sentences(Answer answer) {
        RollForward roll = answer.roll();
        Population population = roll.population();
        var sentences = new ArrayList<String>();
        if (answer.question().fold().isGuess()) {
            sentences.add(texts.text("roll.guess"));
        }
        sentences.add(texts.text("roll.events", population.eventsRead(), population.eventsApplied(), roll.withoutEffect()));
        if (answer.isCut()) {
            sentences.add(texts.text("roll.cut", answer.streams().size(), answer.allStreams()));
        }
        if (roll.failed() > 0) {
            sentences.add(texts.text("roll.failed", roll.failed(), named(roll.namedFailed())));
        }
        if (roll.notNumeric() > 0) {
            sentences.add(texts.text("roll.notNumeric", roll.notNumeric(), named(roll.namedNotNumeric())));
        }
        return sentences;
    }

    /// The first of them: `account-1 v4`.
    private String named(List<RollForward.Named> events) {
        return String.join(
                ", ",
                events.stream()
                        .limit(3)
                        .map(one -> focus.masks().stream(one.stream()) + (one.version() < 0 ? "" : " v" + one.version()))
                        .toList());
    }

    private List<LineTable.Line> ofAll(Answer answer) {
        RollForward roll = answer.roll();
        var rows = new ArrayList<LineTable.Line>();
        roll.lines().forEach(line -> add(rows, answer, "", line));
        return rows;
    }

    private List<LineTable.Line> ofStreams(Answer answer) {
        var rows = new ArrayList<LineTable.Line>();
        for (OfStream one : answer.streams()) {
            one.lines().forEach(line -> add(rows, answer, one.stream(), line));
        }
        return rows;
    }

    private void add(List<LineTable.Line> rows, Answer answer, String stream, RollLine line) {
        rows.add(sum(answer, stream, line, "roll.opening", line.opening()));
        line.movements()
                .forEach(one -> rows.add(new LineTable.Line(
                        stream, line.currency(), one.type(), one.events(), amount(answer, stream, one.amount()), false)));
        rows.add(sum(answer, stream, line, "roll.closing", line.closing()));
        if (line.difference().signum() != 0) {
            rows.add(sum(answer, stream, line, "roll.difference", line.difference()));
        }
    }

    private LineTable.Line sum(Answer answer, String stream, RollLine line, String key, Num amount) {
        return new LineTable.Line(stream, line.currency(), texts.text(key), -1, amount(answer, stream, amount), true);
    }

    private Shown amount(Answer answer, String stream, Num amount) {
        return RollSheet.amount(answer, focus.masks(), stream, amount);
    }

    private void open(LineTable.Line line) {
        if (!line.stream().isEmpty()) {
            model.answerProperty()
                    .get()
                    .ifPresent(answer -> focus.goTo(
                            line.stream(), new Destination.AtMoment(answer.question().period().upTo())));
        }
    }

    /// Reports know the clock of recording alone.
    private void ifRecorded(Runnable report) {
        if (clock.isSelected()) {
            focus.tell(Notice.warning(texts.text("roll.report.recorded", clock.getText())));
        } else {
            report.run();
        }
    }

    /// The question as it is written.
    public ReportWish reportWish() {
        return ReportWish.ofRollForward(
                category.chosen(), field.getText().strip(), from.getText().strip(), to.getText().strip());
    }

    /// Gives the keys to the pane.
    public void takeKeys() {
        from.requestFocus();
    }
}
