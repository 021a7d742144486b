package io.hindcast.desktop.events;

import io.hindcast.connector.SourceInfo;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.StreamHistory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the event table shows: the focused stream's events, narrowed by type and text. Rows are counted elsewhere; what
/// must be folded for a row is asked for when the row comes into sight.
public final class EventsModel {
    private static final int KEPT = 4_000;
    private final Focus focus;
    private final ObjectProperty<Optional<String>> type = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<TimeColumn.Clock> clock = new SimpleObjectProperty<>(TimeColumn.Clock.CLOCK);
    private final ReadOnlyObjectWrapper<Rows> rows = new ReadOnlyObjectWrapper<>(Rows.NONE);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Map<Integer, RowDetails> details = new LinkedHashMap<>();
    private final Set<Integer> wanted = new LinkedHashSet<>();
    private final Asking<Question, Answer> asking;
    private final Asking<Wanted, Found> fetching;
    private Optional<StreamHistory> history = Optional.empty();
    /// What the rows are of; another history than the focused one while its rows are counted.
    private Optional<StreamHistory> counted = Optional.empty();
    private boolean fetchPlanned;

    private record Question(StreamHistory history, Narrowing narrowing, boolean dense) {}

    private record Answer(StreamHistory history, Rows rows) {}

    private record Wanted(StreamHistory history, CommonFields fields, Masks masks, Set<Integer> indexes) {}

    private record Found(StreamHistory history, Masks masks, Map<Integer, RowDetails> details) {}

    public EventsModel(Focus focus) {
        this.focus = focus;
        this.asking = focus.work().asking(
                it -> new Answer(it.history(), Rows.of(it.history(), it.narrowing(), it.dense())),
                this::show,
                failure -> focus.tell(Notice.of(failure)));
        this.fetching = focus.work().asking(EventsModel::find, this::keep, failure -> focus.tell(Notice.of(failure)));
        focus.lookProperty().subscribe(this::follow);
        focus.filterProperty().subscribe((_, _) -> ask());
        focus.masksProperty().subscribe((_, _) -> {
            details.clear();
            wanted.clear();
            revision.set(revision.get() + 1);
        });
        type.subscribe((_, _) -> ask());
    }

    private void show(Answer answer) {
        counted = Optional.of(answer.history());
        rows.set(answer.rows());
        revision.set(revision.get() + 1);
    }

    private void follow(Look look) {
        if (look.history().equals(history)) {
            return;
        }
        boolean another = !look.history().map(StreamHistory::stream).equals(history.map(StreamHistory::stream));
        history = look.history();
        details.clear();
        wanted.clear();
        if (another) {
            type.set(Optional.empty());
        }
        if (history.isEmpty()) {
            asking.drop();
            rows.set(Rows.NONE);
        } else {
            ask();
        }
    }

    private void ask() {
        var narrowing = new Narrowing(type.get(), focus.filterProperty().get());
        history.ifPresent(it -> asking.ask(new Question(it, narrowing, hasDenseVersions())));
    }

    private boolean hasDenseVersions() {
        return focus.storeProperty()
                .get()
                .filter(it -> it.infoOf(history.map(StreamHistory::stream).orElse("")).capabilities().contains(SourceInfo.Capability.DENSE_VERSIONS))
                .isPresent();
    }

    /// What is known of a row; null while it is being found out, and [#revisionProperty] will tell.
    @Nullable RowDetails details(int index) {
        RowDetails known = details.get(index);
        if (known == null && counted.equals(history) && wanted.add(index) && !fetchPlanned) {
            fetchPlanned = true;
            focus.work().show(this::fetch);
        }
        return known;
    }

    private void fetch() {
        fetchPlanned = false;
        if (history.isPresent() && focus.storeProperty().get().isPresent() && !wanted.isEmpty()) {
            var fields = CommonFields.of(
                    focus.storeProperty().get().get().infoOf(history.get().stream()));
            fetching.ask(new Wanted(history.get(), fields, focus.masks(), Set.copyOf(wanted)));
        }
    }

    private static Found find(Wanted wanted) throws InterruptedException {
        var found = new HashMap<Integer, RowDetails>();
        for (int index : wanted.indexes().stream().sorted().toList()) {
            found.put(index, RowDetails.of(wanted.history(), wanted.fields(), wanted.masks(), index));
            if (Thread.interrupted()) {
                throw new InterruptedException("overtaken");
            }
        }
        return new Found(wanted.history(), wanted.masks(), found);
    }

    @SuppressWarnings("ReferenceEquality") // the very same history under the very same masks
    private void keep(Found found) {
        if (history.filter(it -> it == found.history()).isEmpty() || found.masks() != focus.masks()) {
            return;
        }
        if (details.size() > KEPT) {
            details.clear();
        }
        details.putAll(found.details());
        wanted.removeAll(found.details().keySet());
        revision.set(revision.get() + 1);
    }

    ReadOnlyObjectProperty<Rows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Goes up when details of rows have become known.
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    ObjectProperty<Optional<String>> typeProperty() {
        return type;
    }

    ObjectProperty<TimeColumn.Clock> clockProperty() {
        return clock;
    }

    /// Who is known to have done something in the rows seen so far.
    Set<String> actors() {
        return details.values().stream().map(RowDetails::actor).collect(Collectors.toSet());
    }

    boolean isNarrowed() {
        return !new Narrowing(type.get(), focus.filterProperty().get()).isOpen();
    }

    Focus focus() {
        return focus;
    }
}
