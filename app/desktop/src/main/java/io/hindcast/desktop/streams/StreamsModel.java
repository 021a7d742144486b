package io.hindcast.desktop.streams;

import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.focus.Live;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Subject;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the list of streams shows: all streams by category, narrowed by a part of the name. Narrowing runs elsewhere.
public final class StreamsModel {
    private final Focus focus;
    private final StringProperty narrowing = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(Listing.NONE);
    private final Set<String> folded = new HashSet<>();
    private volatile Known known = Known.NOTHING;
    private final Asking<Question, Listing> asking;

    private record Question(OpenStore store, String part, Set<String> folded) {}

    /// The store's list is kept until the index has grown.
    private record Known(Optional<OpenStore> store, int indexed, List<StreamSummary> streams) {
        static final Known NOTHING = new Known(Optional.empty(), -1, List.of());
    }

    public StreamsModel(Focus focus) {
        this.focus = focus;
        this.asking = focus.work().asking(this::list, this::show, failure -> focus.tell(Notice.of(failure)));
        narrowing.subscribe((_, _) -> ask());
        focus.storeProperty().subscribe((_, _) -> start());
        focus.indexing().doneProperty().subscribe((_, _) -> refresh());
        focus.indexing().phaseProperty().subscribe((_, phase) -> {
            if (phase != Indexing.Phase.RUNNING) {
                ask();
            }
        });
    }

    private void start() {
        folded.clear();
        listing.set(Listing.NONE);
        narrowing.set("");
        ask();
    }

    private void refresh() {
        if (!asking.isWaiting()) {
            ask();
        }
    }

    private void ask() {
        focus.storeProperty()
                .get()
                .ifPresent(store -> asking.ask(new Question(store, narrowing.get(), Set.copyOf(folded))));
    }

    /// While a store is followed, its last events may have come after the question.
    private void show(Listing now) {
        listing.set(now);
        boolean behind = focus.storeProperty()
                .get()
                .filter(store -> store.index().size() != known.indexed())
                .isPresent();
        if (behind && focus.live().phaseProperty().get() != Live.Phase.OFF) {
            ask();
        }
    }

    private Listing list(Question question) throws InterruptedException {
        return Listing.of(streams(question.store()), question.part(), question.folded());
    }

    @SuppressWarnings("ReferenceEquality") // the very store: another may be opened from the same place
    private List<StreamSummary> streams(OpenStore store) {
        int indexed = store.index().size();
        Known last = known;
        if (last.indexed() == indexed && last.store().filter(it -> it == store).isPresent()) {
            return last.streams();
        }
        var now = new Known(Optional.of(store), indexed, store.streams());
        known = now;
        return now.streams();
    }

    /// Looks at the head of a stream.
    void choose(String stream) {
        if (!focusedStream().equals(Optional.of(stream))) {
            focus.goTo(stream, Destination.head());
        }
    }

    /// Folds or unfolds a category.
    void fold(String category) {
        if (!folded.remove(category)) {
            folded.add(category);
        }
        ask();
    }

    /// Row of a stream, or -1.
    int rowOf(String stream) {
        List<StreamRow> rows = listing.get().rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof StreamRow.OfStream(var summary)
                    && summary.stream().equals(stream)) {
                return i;
            }
        }
        return -1;
    }

    /// The stream that is, or is about to be, looked at.
    Optional<String> focusedStream() {
        return focus.loadingProperty().get().or(() -> focus.look().subject().map(Subject::stream));
    }

    ReadOnlyObjectProperty<Listing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    StringProperty narrowingProperty() {
        return narrowing;
    }

    Focus focus() {
        return focus;
    }
}
