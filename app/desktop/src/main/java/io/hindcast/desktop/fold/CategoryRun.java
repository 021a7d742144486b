package io.hindcast.desktop.fold;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.engine.compare.CategoryComparison;
import io.hindcast.engine.compare.Divergence;
import io.hindcast.engine.compare.FoldComparison;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Two folds over every stream of a category, with progress; can be stopped, and what was found so far stays.
final class CategoryRun {
    private final Focus focus;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Findings> findings = new ReadOnlyObjectWrapper<>(Findings.NONE);
    private Cancellation cancellation = Cancellation.never();

    /// @param found the first divergence of each stream that has one
    /// @param compared streams compared so far
    /// @param streams streams in all
    record Findings(String category, List<Divergence> found, int compared, int streams) {
        static final Findings NONE = new Findings("", List.of(), 0, 0);

        boolean isComplete() {
            return compared == streams && streams > 0;
        }
    }

    CategoryRun(Focus focus) {
        this.focus = focus;
        focus.storeProperty().subscribe((_, _) -> forget());
    }

    void start(OpenStore store, String category, Fold inUse, Fold edited) {
        cancellation.cancel();
        var mine = new Cancellation();
        cancellation = mine;
        running.set(true);
        findings.set(new Findings(category, List.of(), 0, 0));
        focus.work().start(() -> {
            try {
                run(store, category, inUse, edited, mine);
            } catch (RuntimeException failure) {
                focus.work().show(() -> fail(mine, failure));
            }
        });
    }

    private void run(OpenStore store, String category, Fold inUse, Fold edited, Cancellation mine) {
        List<String> streams = store.streams().stream()
                .filter(it -> it.category().equals(category))
                .map(StreamSummary::stream)
                .toList();
        var found = new ArrayList<Divergence>();
        var shown = new AtomicBoolean(true);
        CategoryComparison.Result result = new CategoryComparison(new FoldComparison(false))
                .run(
                        store,
                        streams,
                        inUse,
                        edited,
                        found::add,
                        (done, all) -> {
                            if (shown.compareAndSet(true, false)) {
                                var now = new Findings(category, List.copyOf(found), (int) done, (int) all);
                                focus.work().show(() -> {
                                    shown.set(true);
                                    show(mine, now);
                                });
                            }
                        },
                        mine);
        var last = new Findings(category, List.copyOf(found), result.compared(), result.streams());
        focus.work().show(() -> {
            show(mine, last);
            if (mine == cancellation) {
                running.set(false);
            }
        });
    }

    private void show(Cancellation mine, Findings now) {
        if (mine == cancellation) {
            findings.set(now);
        }
    }

    private void fail(Cancellation mine, RuntimeException failure) {
        if (mine == cancellation) {
            running.set(false);
            focus.tell(Notice.of(failure));
        }
    }

    /// Stops; what was found stays, and says that it is partial.
    void stop() {
        cancellation.cancel();
    }

    void forget() {
        cancellation.cancel();
        cancellation = Cancellation.never();
        running.set(false);
        findings.set(Findings.NONE);
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }
}
