package io.hindcast.desktop.find;

import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.find.FindModel.Answer;
import io.hindcast.desktop.find.FindModel.Question;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.desktop.question.CategoryBox;
import io.hindcast.desktop.question.JobBar;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.PaneHeader;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.find.Coverage;
import io.hindcast.engine.find.Predicate;
import io.hindcast.engine.find.Unclear;
import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Two searches over all events: moments at which the state came to fulfil a condition, and text.
public final class FindView extends BorderPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final FindModel model;
    private final Focus focus;
    private final Texts texts = Texts.of(FindView.class);
    private final ToggleButton states;
    private final ToggleButton text;
    private final TextField asked = new TextField();
    private final CategoryBox category;
    private final CheckBox everywhere;
    private final CheckBox first;
    private final CheckBox ignoreCase;
    private final Button goOn;
    private final Label mistake = new Label();
    private final Label foot = new Label();
    private final HitTable table;
    private final Button export;

    public FindView(FindModel model) {
        this.model = model;
        this.focus = model.focus();
        getStyleClass().add("find");
        states = segment("find.states");
        text = segment("find.text");
        category = new CategoryBox(focus);
        everywhere = new CheckBox(texts.text("find.everywhere"));
        first = new CheckBox(texts.text("find.first"));
        ignoreCase = new CheckBox(texts.text("find.ignoreCase"));
        goOn = new Button(texts.text("find.goOn"));
        table = new HitTable(texts, this::times, focus::masks, hit -> focus.goTo(hit.stream(), hit.destination()));
        table.setItems(model.hits());
        export = new SheetExport(focus)
                .button(() -> FoundSheet.of(
                        model.answerProperty().get().orElseThrow(),
                        model.hits(),
                        focus.masks(),
                        texts.text("find.hidden")));
        export.setId("find-export");
        build();
        model.answerProperty().subscribe(_ -> show());
        model.job().runningProperty().subscribe((_, _) -> show());
        model.hits().subscribe(this::show);
        focus.zoneProperty().subscribe((_, _) -> table.refresh());
        focus.masksProperty().subscribe((_, _) -> table.refresh());
        states.setSelected(true);
        turn();
    }

    private void build() {
        var group = new ToggleGroup();
        group.getToggles().addAll(states, text);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
            turn();
        });
        var segments = new HBox(states, text);
        segments.getStyleClass().add("segments");
        asked.setId("find-asked");
        asked.setPrefColumnCount(30);
        asked.setOnAction(_ -> search());
        asked.textProperty().subscribe((_, _) -> clear());
        everywhere.setSelected(true);
        category.disableProperty().bind(everywhere.selectedProperty());
        var search = new Button(texts.text("find.search"));
        search.setId("find-search");
        search.getStyleClass().add("accent");
        search.setOnAction(_ -> search());
        goOn.setId("find-go-on");
        goOn.setOnAction(_ -> model.goOn());
        mistake.getStyleClass().addAll("banner", "banner-warn");
        mistake.setMaxWidth(Double.MAX_VALUE);
        mistake.setWrapText(true);
        foot.getStyleClass().add("question-foot");
        foot.setWrapText(true);
        var tools = new FlowPane(asked, search, everywhere, category, first, ignoreCase, goOn);
        tools.getStyleClass().add("question-tools");
        setTop(new VBox(new PaneHeader(texts.text("find.title"), export, segments), tools, mistake, new JobBar(model.job())));
        setBottom(foot);
    }

    private ToggleButton segment(String key) {
        var button = new ToggleButton(texts.text(key));
        button.setAccessibleText(texts.text(key));
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private TimeText times() {
        return new TimeText(focus.zoneProperty().get(), texts.locale());
    }

    private void turn() {
        boolean ofState = states.isSelected();
        String kind = ofState ? "find.states" : "find.text";
        asked.setPromptText(texts.text(kind + ".prompt"));
        asked.setAccessibleText(texts.text(kind));
        asked.setTooltip(new Tooltip(texts.text(kind + ".tip")));
        place(first, ofState);
        place(ignoreCase, !ofState);
        clear();
        show();
    }

    private void clear() {
        asked.pseudoClassStateChanged(WRONG, false);
        say("");
    }

    private void say(String sentence) {
        mistake.setText(sentence);
        place(mistake, !sentence.isEmpty());
    }

    private void search() {
        String words = asked.getText().strip();
        if (words.isEmpty()) {
            asked.pseudoClassStateChanged(WRONG, true);
            return;
        }
        if (focus.indexing().phaseProperty().get() != Indexing.Phase.COMPLETE) {
            say(texts.text("find.reading"));
            return;
        }
        String where = everywhere.isSelected() ? "" : category.chosen();
        if (text.isSelected()) {
            model.findText(where, words, ignoreCase.isSelected());
            return;
        }
        try {
            model.findStates(where, Predicate.parse(words), first.isSelected());
        } catch (Unclear unclear) {
            asked.pseudoClassStateChanged(WRONG, true);
            asked.positionCaret(Math.min(asked.getText().indexOf(words) + unclear.offset(), asked.getLength()));
            String hint = unclear.suggestion().isEmpty() ? "" : " · " + unclear.suggestion();
            say(texts.text("find.unclear", unclear.offset() + 1) + " " + unclear.reason() + hint);
        }
    }

    private void show() {
        Optional<Answer> answer = model.answerProperty().get();
        boolean running = model.job().runningProperty().get();
        place(goOn, !running && answer.filter(it -> !it.coverage().isComplete()).isPresent());
        export.setDisable(running || answer.isEmpty() || model.hits().isEmpty());
        foot.setText(answer.map(it -> String.join(" ", sentences(it))).orElse(""));
        if (!model.hits().isEmpty()) {
            boolean ofState = model.hits().getFirst().until().isPresent() || model.hits().getFirst().isOpen();
            table.layOut(ofState, texts.text(ofState ? "find.fields" : "find.snippet"));
            setCenter(table);
        } else if (running || answer.isEmpty()) {
            String kind = states.isSelected() ? "find.states" : "find.text";
            setCenter(new EmptyState(
                    Feather.SEARCH,
                    texts.text(running ? "find.running" : kind + ".none"),
                    texts.text(running ? "find.running.next" : kind + ".none.next")));
        } else {
            setCenter(new EmptyState(Feather.SEARCH, texts.text("find.nothing"), nothing(answer.get())));
        }
    }

    /// A misspelt field is the usual reason for finding nothing.
    private String nothing(Answer answer) {
        if (answer.question() instanceof Question.OfState asking && answer.seen().isPresent()) {
            var seen = answer.seen().get();
            Optional<FieldPath> unknown = seen.values().isEmpty()
                    ? Optional.empty()
                    : asking.predicate().fields().stream().filter(path -> !seen.has(path)).findFirst();
            if (unknown.isPresent()) {
                String name = unknown.get().toString();
                return seen.nearest(unknown.get())
                        .map(near -> texts.text("find.unknown.near", name, near.toString()))
                        .orElseGet(() -> texts.text("find.unknown", name));
            }
        }
        return texts.text("find.nothing.next");
    }

    private List<String> sentences(Answer answer) {
        Coverage coverage = answer.coverage();
        var sentences = new ArrayList<String>();
        if (!coverage.isComplete()) {
            sentences.add(texts.text("find.partial"));
            if (answer.question() instanceof Question.OfState) {
                sentences.add(texts.text("find.refold", coverage.scanned()));
            }
        }
        sentences.add(texts.text("find.coverage", coverage.scanned(), coverage.of(), coverage.unreadable()));
        if (coverage.ruledOut() > 0) {
            sentences.add(texts.text("find.ruledOut", coverage.ruledOut()));
        }
        if (coverage.undecided() > 0) {
            sentences.add(texts.text("find.undecided", coverage.undecided()));
        }
        if (coverage.notCovered() > 0) {
            sentences.add(texts.text("find.notCovered", coverage.notCovered()));
        }
        if (answer.question() instanceof Question.OfState asking && asking.fold().isGuess()) {
            sentences.add(texts.text("find.guess"));
        }
        if (model.hits().size() == FindModel.MOST_HITS) {
            sentences.add(texts.text("find.cut", FindModel.MOST_HITS));
        }
        return sentences;
    }

    private static void place(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Turns to the search over states, ready for typing.
    public void findStates() {
        states.setSelected(true);
        asked.requestFocus();
    }

    /// Searches all states for a condition.
    public void findWhere(String condition) {
        states.setSelected(true);
        asked.setText(condition);
        asked.requestFocus();
        search();
    }

    /// Turns to the search for text, ready for typing.
    public void findText() {
        text.setSelected(true);
        asked.requestFocus();
    }
}
