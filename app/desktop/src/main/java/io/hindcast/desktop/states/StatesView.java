package io.hindcast.desktop.states;

import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.question.CategoryBox;
import io.hindcast.desktop.question.JobBar;
import io.hindcast.desktop.question.MomentField;
import io.hindcast.desktop.question.ReportButton;
import io.hindcast.desktop.question.ReportWish;
import io.hindcast.desktop.question.Together;
import io.hindcast.desktop.states.StatesModel.Answer;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.population.FieldTotal;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.state.FieldPath;
import java.io.File;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// The table of all aggregates of a category at a moment, with exact totals below it.
public final class StatesView extends BorderPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int SHOWN_AT_FIRST = 5;
    /// How long the focus rests before the table follows it.
    private static final Duration REST = Duration.millis(350);
    /// A store above this size is asked when the person says so, not with every step of the focus.
    private static final long FOLLOWED_EVENTS = 1_000_000;

    private final StatesModel model;
    private final Focus focus;
    private final Texts texts = Texts.of(StatesView.class);
    private final CategoryBox category;
    private final MomentField moment;
    private final TextField effective = new TextField();
    private final CheckBox follow;
    private final MenuButton columns = new MenuButton();
    private final MenuButton export = new MenuButton();
    private final PaneHeader header;
    private final Label foot = new Label();
    private final AggregateTable table;
    private final TotalsTable totals;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Set<FieldPath> shown = new LinkedHashSet<>();
    private String shownCategory = "";
    private boolean showing;

    /// @param report where wishes for reports are heard
    public StatesView(StatesModel model, Consumer<ReportWish> report) {
        this.model = model;
        this.focus = model.focus();
        getStyleClass().add("states");
        category = new CategoryBox(focus);
        moment = new MomentField(focus, texts.text("states.moment"), "head");
        follow = new CheckBox(texts.text("states.follow"));
        table = new AggregateTable(texts, focus::masks, this::open);
        totals = new TotalsTable(texts);
        header = new PaneHeader(texts.text("states.title"), columns, ReportButton.of(this::reportWish, report), export);
        build();
        model.answerProperty().subscribe(this::show);
        focus.lookProperty().subscribe((_, _) -> followed());
        focus.foldProperty().subscribe((_, _) -> ifShowing(this::ask));
        focus.zoneProperty().subscribe((_, _) -> ifShowing(this::ask));
        focus.masksProperty().subscribe((_, _) -> model.answerProperty().get().ifPresent(this::showColumns));
        rest.setOnFinished(_ -> ifShowing(this::ask));
        category.valueProperty().subscribe((_, _) -> ifShowing(this::ask));
    }

    private void build() {
        var ask = new Button(texts.text("states.ask"));
        ask.getStyleClass().add("accent");
        ask.setId("states-ask");
        ask.setOnAction(_ -> ask());
        category.setId("states-category");
        moment.setId("states-moment");
        moment.setOnAction(_ -> ask());
        moment.textProperty().subscribe((_, _) -> {
            if (moment.isFocused()) {
                follow.setSelected(false);
            }
        });
        follow.setSelected(true);
        follow.selectedProperty().subscribe((_, _) -> followed());
        effective.setPromptText(texts.text("states.effective.prompt"));
        effective.setAccessibleText(texts.text("states.effective"));
        effective.setTooltip(new Tooltip(texts.text("states.effective.tip")));
        effective.setPrefColumnCount(8);
        effective.setOnAction(_ -> ask());
        effective.textProperty().subscribe((_, _) -> effective.pseudoClassStateChanged(WRONG, false));
        dress(columns, "states.columns");
        dress(export, "states.export");
        export.setId("states-export");
        export.getItems().setAll(exportItem("xlsx"), exportItem("csv"), exportItem("json"));
        var tools = new FlowPane(
                category,
                Together.of(new Label(texts.text("states.at")), moment),
                follow,
                Together.of(new Label(texts.text("states.effective")), effective),
                ask);
        tools.getStyleClass().add("question-tools");
        foot.getStyleClass().add("question-foot");
        foot.setWrapText(true);
        setTop(new VBox(header, tools, new JobBar(model.job())));
        setBottom(new VBox(totals, foot));
    }

    private void dress(MenuButton button, String key) {
        button.setText(texts.text(key));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setDisable(true);
    }

    private MenuItem exportItem(String ending) {
        var item = new MenuItem(texts.text("states.export." + ending));
        item.setOnAction(_ -> export(ending));
        // for whoever knows the file already
        Consumer<Path> known = this::exportTo;
        item.setUserData(known);
        return item;
    }

    private void ifShowing(Runnable what) {
        if (showing) {
            what.run();
        }
    }

    /// Told when the pane comes to the front or goes: only in front does it ask by itself.
    public void showing(boolean inFront) {
        showing = inFront;
        if (inFront && follow.isSelected()) {
            followed();
        } else if (inFront && model.answerProperty().get().isEmpty()) {
            ask();
        }
    }

    private void followed() {
        if (showing && follow.isSelected()) {
            moment.setText(MomentField.textOfFocus(focus));
            boolean small = focus.storeProperty()
                    .get()
                    .filter(store -> store.index().size() <= FOLLOWED_EVENTS)
                    .isPresent();
            if (small) {
                rest.playFromStart();
            }
        }
    }

    /// Puts the moment of the focus, and asks.
    public void atFocus() {
        moment.setText(MomentField.textOfFocus(focus));
        ask();
    }

    private void ask() {
        Optional<LocalDate> day = day();
        boolean dayIsWrong = day.isEmpty() && !effective.getText().isBlank();
        effective.pseudoClassStateChanged(WRONG, dayIsWrong);
        if (!dayIsWrong) {
            moment.moment().ifPresent(at -> model.ask(category.chosen(), moment.getText(), at, day));
        }
    }

    private Optional<LocalDate> day() {
        try {
            return effective.getText().isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(effective.getText().strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private void show(Optional<Answer> answer) {
        columns.setDisable(answer.isEmpty());
        export.setDisable(answer.isEmpty());
        if (answer.isEmpty()) {
            header.remark().setText("");
            foot.setText("");
            totals.show(List.of(), false, focus.masks(), "");
            setCenter(nothing());
            return;
        }
        Answer here = answer.get();
        chooseColumns(here);
        header.remark().setText(texts.text("states.remark", here.population().aggregates(), here.population().streams()));
        showColumns(here);
        foot.setText(String.join(" ", sentences(here)));
        setCenter(here.rows().isEmpty() ? noneYet(here) : table);
    }

    private EmptyState nothing() {
        boolean reading = focus.indexing().phaseProperty().get() == Indexing.Phase.RUNNING;
        return new EmptyState(
                Feather.GRID, texts.text("states.none"), texts.text(reading ? "states.reading" : "states.none.next"));
    }

    private EmptyState noneYet(Answer answer) {
        return answer.population().isComplete()
                ? new EmptyState(Feather.GRID, texts.text("states.early"), texts.text("states.early.next"))
                : new EmptyState(Feather.PAUSE, texts.text("states.stopped"), texts.text("states.stopped.next"));
    }

    /// Keeps the person's choice while the category stays.
    private void chooseColumns(Answer answer) {
        if (!answer.question().category().equals(shownCategory)) {
            shownCategory = answer.question().category();
            shown.clear();
            answer.totals().stream().map(FieldTotal::path).limit(2).forEach(shown::add);
            answer.fields().stream().limit(SHOWN_AT_FIRST).forEach(shown::add);
        }
        var items = new ArrayList<MenuItem>();
        for (FieldPath path : answer.fields()) {
            var item = new CheckMenuItem(ValueText.path(path));
            item.setMnemonicParsing(false);
            item.setSelected(shown.contains(path));
            item.setOnAction(_ -> {
                if (item.isSelected()) {
                    shown.add(path);
                } else {
                    shown.remove(path);
                }
                showColumns(answer);
            });
            items.add(item);
        }
        columns.getItems().setAll(items);
    }

    private void showColumns(Answer answer) {
        table.show(answer.rows(), List.copyOf(shown));
        totals.show(
                answer.totals().stream().filter(total -> shown.contains(total.path())).toList(),
                answer.byCurrency(),
                focus.masks(),
                answer.question().category());
    }

    private List<String> sentences(Answer answer) {
        Population population = answer.population();
        var sentences = new ArrayList<String>();
        if (!population.isComplete()) {
            sentences.add(texts.text("states.partial"));
        }
        if (answer.question().fold().isGuess()) {
            sentences.add(texts.text("states.guess"));
        }
        sentences.add(texts.text(
                "states.population",
                population.eventsRead(),
                population.eventsApplied(),
                population.eventsAfter(),
                population.eventsNotYetEffective()));
        sentences.add(texts.text(population.tiesOut() ? "states.ties" : "states.ties.not"));
        if (population.unreliable() > 0) {
            sentences.add(texts.text("states.unreliable", population.unreliable(), population.eventsWithProblem()));
        }
        if (population.aggregates() > answer.rows().size()) {
            sentences.add(texts.text("states.cut", answer.rows().size()));
        }
        return sentences;
    }

    private void open(Aggregate aggregate) {
        model.answerProperty()
                .get()
                .ifPresent(answer -> focus.goTo(
                        aggregate.stream(),
                        new Destination.AtMoment(answer.question().moment())));
    }

    private void export(String ending) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.text("states.export." + ending));
        chooser.setInitialFileName(shownCategory + "." + ending);
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            exportTo(file.toPath());
        }
    }

    private void exportTo(Path file) {
        model.export(
                file,
                List.copyOf(shown),
                () -> focus.tell(Notice.information(texts.text("states.exported", file.getFileName()))));
    }

    /// The question as it is written, with the columns that are chosen for its category.
    public ReportWish reportWish() {
        String chosen = category.chosen().equals(shownCategory)
                ? shown.stream().map(FieldPath::toString).collect(Collectors.joining(","))
                : "";
        return ReportWish.ofStates(category.chosen(), moment.getText().strip(), chosen).effective(day());
    }

    /// Gives the keys to the pane.
    public void takeKeys() {
        moment.requestFocus();
    }
}
