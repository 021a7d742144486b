package io.hindcast.desktop.rollforward;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.question.LongJob;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.RollForward;
import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.population.RollForwards;
import io.hindcast.engine.population.RollPeriod;
import io.hindcast.engine.population.RollQuestion;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The roll-forward of a field, asked for away from the screen's thread.
public final class RollModel {
    /// More streams than this are not listed one by one.
    static final int MOST_STREAMS = 100_000;

    private final Focus focus;
    private final LongJob job;
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param fromText the moment as it was written
    /// @param streams streams whose field was there or moved, at most [#MOST_STREAMS]
    /// @param allStreams how many there were
    record Answer(
            String fromText,
            String toText,
            RollQuestion question,
            RollForward roll,
            List<OfStream> streams,
            long allStreams) {
        boolean isCut() {
            return allStreams > streams.size();
        }
    }

    public RollModel(Focus focus) {
        this.focus = focus;
        this.job = new LongJob(focus.work());
        focus.storeProperty().subscribe((_, _) -> {
            job.drop();
            answer.set(Optional.empty());
        });
    }

    /// @param fromText the beginning as it was written
    void ask(String category, FieldPath field, String fromText, String toText, RollPeriod period) {
        if (focus.storeProperty().get().isEmpty() || category.isEmpty()) {
            return;
        }
        OpenStore store = focus.storeProperty().get().get();
        Fold fold = focus.foldProperty().get().map(FoldInUse::fold).orElseGet(store::defaultFold);
        var question = new RollQuestion(category, fold, field, CurrencyField.of(fold, category), period);
        job.start(
                (progress, cancellation) -> {
                    var streams = new ArrayList<OfStream>();
                    var all = new AtomicLong();
                    RollForward roll = new RollForwards(store)
                            .between(
                                    question,
                                    one -> {
                                        if (!one.lines().isEmpty() && all.getAndIncrement() < MOST_STREAMS) {
                                            streams.add(one);
                                        }
                                    },
                                    progress,
                                    cancellation);
                    return new Answer(fromText, toText, question, roll, streams, all.get());
                },
                arrived -> answer.set(Optional.of(arrived)),
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
