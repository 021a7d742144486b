package io.hindcast.desktop.states;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.question.LongJob;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.FieldTotal;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.population.SeenFields;
import io.hindcast.engine.population.States;
import io.hindcast.engine.population.StatesQuestion;
import io.hindcast.engine.population.Totals;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.FieldPath;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The states of a category at a moment, asked for away from the screen's thread.
public final class StatesModel {
    /// A table of more rows helps nobody; totals and export are of all.
    static final int MOST_ROWS = 200_000;

    private final Focus focus;
    private final LongJob job;
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What was asked, and what came of it.
    ///
    /// @param rows at most [#MOST_ROWS]
    /// @param fields fields that states were seen to have
    /// @param byCurrency whether any state names a currency
    record Answer(
            StatesQuestion question,
            String momentText,
            List<Aggregate> rows,
            List<FieldPath> fields,
            List<FieldTotal> totals,
            boolean byCurrency,
            Population population) {}

    public StatesModel(Focus focus) {
        this.focus = focus;
        this.job = new LongJob(focus.work());
        focus.storeProperty().subscribe((_, _) -> forget());
    }

    private void forget() {
        job.drop();
        answer.set(Optional.empty());
    }

    /// Asks; an earlier question is dropped.
    void ask(String category, String momentText, Moment moment, Optional<LocalDate> effective) {
        if (focus.storeProperty().get().isEmpty() || category.isEmpty()) {
            return;
        }
        OpenStore store = focus.storeProperty().get().get();
        var question = new StatesQuestion(
                category, fold(store), moment, effective, focus.zoneProperty().get());
        job.start(
                (progress, cancellation) -> {
                    var rows = new ArrayList<Aggregate>();
                    var seen = new SeenFields();
                    var totals = new Totals(Optional.empty(), CurrencyField.of(question.fold(), category));
                    Population population = new States(store)
                            .at(
                                    question,
                                    aggregate -> {
                                        totals.add(aggregate.state());
                                        seen.add(aggregate.state());
                                        if (rows.size() < MOST_ROWS) {
                                            rows.add(aggregate);
                                        }
                                    },
                                    progress,
                                    cancellation);
                    return new Answer(
                            question,
                            momentText,
                            rows,
                            seen.values(),
                            totals.totals(),
                            totals.isByCurrency(),
                            population);
                },
                arrived -> answer.set(Optional.of(arrived)),
                failure -> focus.tell(Notice.of(failure)));
    }

    private Fold fold(OpenStore store) {
        return focus.foldProperty().get().map(FoldInUse::fold).orElseGet(store::defaultFold);
    }

    /// Writes all rows of the answer to a file: JSON, or CSV with these columns.
    void export(Path file, List<FieldPath> columns, Runnable written) {
        if (answer.get().isEmpty() || focus.storeProperty().get().isEmpty()) {
            return;
        }
        Optional<Notice> refusal = focus.refusal(file);
        if (refusal.isPresent()) {
            focus.tell(refusal.get());
            return;
        }
        Answer shown = answer.get().get();
        OpenStore store = focus.storeProperty().get().get();
        Masks masks = focus.masks();
        job.start(
                (progress, cancellation) ->
                        new StatesFile(store, shown, columns, masks).write(file, progress, cancellation),
                complete -> {
                    if (complete) {
                        written.run();
                    }
                },
                failure -> focus.tell(Notice.of(failure)));
    }

    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    LongJob job() {
        return job;
    }

    Focus focus() {
        return focus;
    }
}
