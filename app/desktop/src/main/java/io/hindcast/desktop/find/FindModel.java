package io.hindcast.desktop.find;

import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.question.LongJob;
import io.hindcast.engine.find.Coverage;
import io.hindcast.engine.find.Match;
import io.hindcast.engine.find.Predicate;
import io.hindcast.engine.find.StateFinder;
import io.hindcast.engine.find.StateSearch;
import io.hindcast.engine.find.TextFinder;
import io.hindcast.engine.find.TextSearch;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.StreamEntry;
import io.hindcast.engine.population.SeenFields;
import io.hindcast.engine.session.OpenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Searches away from the screen's thread; what is found comes as it is found.
public final class FindModel {
    /// More hits than this help nobody; they are counted, and the rest is not listed.
    static final int MOST_HITS = 100_000;

    private final Focus focus;
    private final LongJob job;
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Question> question = Optional.empty();

    sealed interface Question {
        /// "" for all.
        String category();

        /// A condition over the state.
        record OfState(String category, Predicate predicate, boolean firstOnly, Fold fold) implements Question {}

        /// Text in bodies and metadata.
        record OfText(String category, String text, boolean ignoreCase) implements Question {}
    }

    /// @param seen fields that states were seen to have; empty after a search for text
    record Answer(Question question, Coverage coverage, Optional<SeenFields> seen) {}

    public FindModel(Focus focus) {
        this.focus = focus;
        this.job = new LongJob(focus.work());
        focus.storeProperty().subscribe((_, _) -> {
            job.drop();
            hits.clear();
            answer.set(Optional.empty());
            question = Optional.empty();
        });
    }

    void findStates(String category, Predicate predicate, boolean firstOnly) {
        focus.storeProperty().get().ifPresent(store -> begin(new Question.OfState(
                category,
                predicate,
                firstOnly,
                focus.foldProperty().get().map(FoldInUse::fold).orElseGet(store::defaultFold))));
    }

    void findText(String category, String text, boolean ignoreCase) {
        begin(new Question.OfText(category, text, ignoreCase));
    }

    private void begin(Question asked) {
        question = Optional.of(asked);
        hits.clear();
        answer.set(Optional.empty());
        run(asked, Optional.empty());
    }

    /// Goes on where the search was stopped.
    void goOn() {
        Optional<Coverage> before = answer.get().map(Answer::coverage).filter(it -> !it.isComplete());
        if (before.isPresent()) {
            // spans that were open at the stop are told again, with their end
            hits.removeIf(Hit::isOpen);
            question.ifPresent(asked -> run(asked, before));
        }
    }

    private void run(Question asked, Optional<Coverage> before) {
        if (focus.storeProperty().get().isEmpty()) {
            return;
        }
        OpenStore store = focus.storeProperty().get().get();
        var arriving = new Arriving();
        job.start(
                (progress, cancellation) -> switch (asked) {
                    case Question.OfState states -> {
                        var search = new StateSearch(
                                selection(states), states.fold(), states.predicate(), states.firstOnly());
                        var found = new StateFinder(store)
                                .find(search, scanned(before), arriving, progress, cancellation);
                        yield new Answer(asked, found.coverage(), Optional.of(found.seen()));
                    }
                    case Question.OfText text -> {
                        var search = new TextSearch(
                                selection(text),
                                text.text(),
                                text.ignoreCase(),
                                before.flatMap(Coverage::through),
                                scanned(before));
                        long expected = expected(store, text.category());
                        Coverage coverage = new TextFinder(store)
                                .find(search, expected, match -> arriving.add(Hit.of(match)), progress, cancellation);
                        yield new Answer(asked, coverage, Optional.empty());
                    }
                },
                end -> {
                    arriving.show();
                    answer.set(Optional.of(end));
                },
                failure -> focus.tell(Notice.of(failure)));
    }

    private static long scanned(Optional<Coverage> before) {
        return before.map(Coverage::scanned).orElse(0L);
    }

    private static Selection selection(Question asked) {
        return asked.category().isEmpty() ? new Selection.Store() : new Selection.Category(asked.category());
    }

    private static long expected(OpenStore store, String category) {
        return store.index().streams().stream()
                .filter(stream -> category.isEmpty() || stream.category().equals(category))
                .mapToLong(StreamEntry::events)
                .sum();
    }

    /// Hits on their way to the screen, many at a time.
    private final class Arriving implements StateFinder.Listener {
        private final ConcurrentLinkedQueue<Hit> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean announced = new AtomicBoolean();

        @Override
        public void told(Match match) {
            add(Hit.of(match));
        }

        void add(Hit hit) {
            waiting.add(hit);
            if (announced.compareAndSet(false, true)) {
                focus.work().show(this::show);
            }
        }

        void show() {
            announced.set(false);
            List<Hit> batch = new ArrayList<>();
            for (Hit hit = waiting.poll(); hit != null; hit = waiting.poll()) {
                if (hits.size() + batch.size() < MOST_HITS) {
                    batch.add(hit);
                }
            }
            hits.addAll(batch);
        }
    }

    ObservableList<Hit> hits() {
        return hits;
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
