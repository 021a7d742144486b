package io.hindcast.desktop.focus;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.work.Asking;
import io.hindcast.desktop.work.Work;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StorePlace;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.engine.workspace.CombinedSource;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.StoredSnapshot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the whole window looks at. Panes read it, send their wishes to it, and never speak to each other.
///
/// Used from the screen's thread only. Loading runs elsewhere; a newer wish drops an older one.
public final class Focus {
    private final ReadOnlyObjectWrapper<Optional<OpenStore>> store = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FoldInUse>> fold = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.NOWHERE);
    private final ReadOnlyObjectWrapper<Optional<String>> loading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Masks> masks = new ReadOnlyObjectWrapper<>(Masks.NONE);
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneId.of("UTC"));
    private final ReadOnlyObjectWrapper<Hypothesis> hypothesis = new ReadOnlyObjectWrapper<>(Hypothesis.NONE);
    private final ObjectProperty<Optional<LocalDate>> effective = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<FieldPath>> field = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Trail trail = new Trail();
    private final Indexing indexing;
    private final Live live;
    private final Work work;
    private final TypeColours typeColours;
    private final Asking<Wish, Look> looking;
    private Optional<Wish> wished = Optional.empty();
    private final Evidence evidence = new Evidence();
    private final Marked marked = new Marked();
    private Optional<FoldInUse> chosen = Optional.empty();
    /// The events of the focused stream in the index when it was last read again because it had grown.
    private int grownTo;
    private boolean growing;

    private record Wish(OpenStore store, Fold fold, String stream, Destination destination) {}

    public Focus(Work work) {
        this.work = work;
        this.indexing = new Indexing(work, this::tell);
        this.live = new Live(work, this::grown, this::tell);
        this.typeColours = new TypeColours(this);
        this.looking = work.asking(Focus::load, this::arrive, this::fail);
        fold.subscribe((_, _) -> evidence.forgetVerdicts());
    }

    /// Makes a store the one that is looked at, with nothing masked.
    public void show(OpenStore opened) {
        show(opened, MaskFinder.Found.NOTHING);
    }

    /// Makes a store the one that is looked at, closes the one before, and starts to index it. Nothing is revealed.
    public void show(OpenStore opened, MaskFinder.Found rules) {
        evidence.forget();
        marked.forget();
        looking.drop();
        indexing.cancel();
        live.stop();
        store.get().ifPresent(before -> work.start(before::close));
        trail.forget();
        filter.set("");
        effective.set(Optional.empty());
        field.set(Optional.empty());
        loading.set(Optional.empty());
        notice.set(Optional.empty());
        look.set(Look.NOWHERE);
        hypothesis.set(Hypothesis.NONE);
        chosen = Optional.of(FoldInUse.of(opened));
        masks.set(masksOf(opened, rules));
        fold.set(chosen);
        store.set(Optional.of(opened));
        tellTrail();
        indexing.start(opened);
    }

    /// Masks by other rules from now on; what was revealed is hidden.
    public void useMasks(MaskFinder.Found rules) {
        store.get().ifPresent(opened -> masks.set(masksOf(opened, rules)));
    }

    private static Masks masksOf(OpenStore opened, MaskFinder.Found rules) {
        var placed = new MaskFinder.Found(rules.masking().in(fieldsOf(opened.source())), rules.origin());
        return Masks.of(placed, stream -> {
            var ordinal = opened.index().streamNamed(stream);
            return ordinal.isPresent() ? opened.index().streamEntry(ordinal.getAsInt()).category() : "";
        });
    }

    /// Where the store, or each of several, keeps actors and the like.
    private static List<Map<EventField, List<FieldLocation>>> fieldsOf(EventSource source) {
        return source instanceof CombinedSource combined
                ? combined.members().stream().map(member -> member.source().info().fields()).toList()
                : List.of(source.info().fields());
    }

    /// Lifts masks. Only for whoever has written it into the journal.
    public void reveal(Reveal what) {
        masks.set(masks.get().revealing(what));
    }

    /// Everything that was revealed is masked again.
    public void hideAgain() {
        masks.set(masks.get().hidingAgain());
    }

    /// Goes to a place in a stream and remembers it in the history of the focus.
    public void goTo(String stream, Destination destination) {
        boolean here = look.get().subject().filter(it -> it.stream().equals(stream)).isPresent();
        if (here && destination instanceof Destination.AtIndex(int index)) {
            jump(index);
            return;
        }
        store.get().ifPresent(open -> wish(new Wish(open, foldOf(open), stream, destination)));
    }

    /// Moves to an event of the same stream, at once.
    public void step(int index) {
        arriveAt(index);
        look.get().subject().ifPresent(it -> trail.steppedTo(place(it)));
        tellTrail();
    }

    /// Reads the focused stream again and folds it anew; the focus stays on its event.
    public void reload() {
        if (store.get().isEmpty()) {
            return;
        }
        OpenStore open = store.get().get();
        if (loading.get().isPresent() && wished.isPresent()) {
            wish(new Wish(open, foldOf(open), wished.get().stream(), wished.get().destination()));
        } else {
            look.get().subject().ifPresent(it -> wish(new Wish(
                    open, foldOf(open), it.stream(), new Destination.AtIndex(look.get().index()))));
        }
    }

    /// The store has more events than before. The focused stream is read again when some of them are its own; a focus at the
    /// head stays at the head, any other on its event.
    private void grown(OpenStore open) {
        indexing.grownTo(open.index().size());
        if (loading.get().isEmpty() && !looking.isWaiting()) {
            look.get().subject().ifPresent(it -> growWith(open, it));
        }
    }

    private void growWith(OpenStore open, Subject subject) {
        int events = eventsOf(open, subject.stream());
        int known = subject.history().size();
        if (events <= known || events == grownTo) {
            return;
        }
        grownTo = events;
        boolean atHead = look.get().index() == known - 1;
        growing = true;
        wished = Optional.of(new Wish(
                open,
                foldOf(open),
                subject.stream(),
                atHead ? Destination.head() : new Destination.AtIndex(look.get().index())));
        wished.ifPresent(looking::ask);
    }

    private static int eventsOf(OpenStore open, String stream) {
        var ordinal = open.index().streamNamed(stream);
        return ordinal.isPresent() ? open.index().streamEntry(ordinal.getAsInt()).events() : 0;
    }

    private void wish(Wish wish) {
        growing = false;
        wished = Optional.of(wish);
        loading.set(Optional.of(wish.stream()));
        looking.ask(wish);
    }

    /// Folds everything with another fold from now on; the focus stays on its event.
    public void useFold(FoldInUse other) {
        if (store.get().isPresent()) {
            chosen = Optional.of(other);
            refold();
        }
    }

    /// Supposes that events were otherwise than recorded, everywhere in the window; [Hypothesis#NONE] goes back.
    public void suppose(Hypothesis supposed) {
        if (store.get().isPresent() && !supposed.equals(hypothesis.get())) {
            hypothesis.set(supposed);
            refold();
        }
    }

    private void refold() {
        fold.set(chosen.map(it -> it.supposing(hypothesis.get())));
        reload();
    }

    /// Folds everything with the store's own fold again.
    public void useDefaultFold() {
        store.get().map(FoldInUse::of).ifPresent(this::useFold);
    }

    /// The fold in use without what is supposed: events as they were recorded.
    public Optional<FoldInUse> recordedFold() {
        return chosen;
    }

    private Fold foldOf(OpenStore open) {
        return fold.get().map(FoldInUse::fold).orElseGet(open::defaultFold);
    }

    private void jump(int index) {
        arriveAt(index);
        look.get().subject().ifPresent(it -> trail.jumpedTo(place(it)));
        tellTrail();
    }

    /// What is just being read anew of the same stream, for another fold or because it grew, arrives where the step led.
    private void arriveAt(int index) {
        look.set(look.get().step(index));
        Optional<Wish> anew = looking.isWaiting() ? wished.filter(this::isOfFocusedStream) : Optional.empty();
        if (anew.isPresent()) {
            wished = anew.map(it ->
                    new Wish(it.store(), it.fold(), it.stream(), new Destination.AtIndex(look.get().index())));
            wished.ifPresent(looking::ask);
        } else {
            looking.drop();
            loading.set(Optional.empty());
        }
    }

    private boolean isOfFocusedStream(Wish wish) {
        return look.get().subject().filter(it -> it.stream().equals(wish.stream())).isPresent();
    }

    private Trail.Place place(Subject subject) {
        return new Trail.Place(subject.stream(), look.get().index());
    }

    /// Pins the moment to compare with; pinning the same event again lets go of it.
    public void pinBaseline(int index) {
        OptionalInt now = look.get().baseline();
        boolean same = now.isPresent() && now.getAsInt() == index;
        compareFrom(same ? OptionalInt.empty() : OptionalInt.of(index));
    }

    /// Sets the moment to compare with.
    public void compareFrom(OptionalInt index) {
        look.set(look.get().from(index));
    }

    public void back() {
        trail.back().ifPresent(this::revisit);
    }

    public void forward() {
        trail.forward().ifPresent(this::revisit);
    }

    /// Says something to the person; shown until the next notice.
    public void tell(Notice words) {
        notice.set(Optional.of(words.saying(masks.get().text(words.sentence()))));
    }

    /// Why nothing may be written to a file: it is the open store, or lies in it.
    public Optional<Notice> refusal(Path file) {
        return isStore(file)
                ? Optional.of(Notice.warning(Texts.of(Focus.class).text("store.isPlace", String.valueOf(file.getFileName()))))
                : Optional.empty();
    }

    /// Whether a file or folder, which need not be there, is the open store or lies in it.
    public boolean isStore(Path file) {
        return store.get().filter(open -> StorePlace.holds(new Location(open.location()), file)).isPresent();
    }

    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    /// Lets go of the store.
    public void close() {
        looking.drop();
        indexing.cancel();
        live.stop();
        store.get().ifPresent(OpenStore::close);
    }

    public ReadOnlyObjectProperty<Optional<OpenStore>> storeProperty() {
        return store.getReadOnlyProperty();
    }

    /// What is supposed to be otherwise than recorded; the fold in use takes it into account.
    public ReadOnlyObjectProperty<Hypothesis> hypothesisProperty() {
        return hypothesis.getReadOnlyProperty();
    }

    /// The day on the other clock: of what is known at the focused moment, only what holds up to the end of this day.
    /// Absent: everything that is known.
    public ObjectProperty<Optional<LocalDate>> effectiveProperty() {
        return effective;
    }

    /// The field of the state that is followed through time.
    public ObjectProperty<Optional<FieldPath>> fieldProperty() {
        return field;
    }

    /// The fold in use, absent while no store is open.
    public ReadOnlyObjectProperty<Optional<FoldInUse>> foldProperty() {
        return fold.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /// The stream that is being loaded, absent when nothing is.
    public ReadOnlyObjectProperty<Optional<String>> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What may be shown; another one when rules change, something is revealed, or hidden again. Whoever shows values shows
    /// them anew then.
    public ReadOnlyObjectProperty<Masks> masksProperty() {
        return masks.getReadOnlyProperty();
    }

    public Masks masks() {
        return masks.get();
    }

    /// The one zone that rules axis, tables and pickers.
    public ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    /// What the event table is narrowed to.
    public StringProperty filterProperty() {
        return filter;
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /// The colours of event types.
    public TypeColours typeColours() {
        return typeColours;
    }

    /// What runs over the store have shown so far.
    public Evidence evidence() {
        return evidence;
    }

    /// What people have written beside the events of the store.
    public Marked marked() {
        return marked;
    }

    public Indexing indexing() {
        return indexing;
    }

    /// Following the store while others write to it.
    public Live live() {
        return live;
    }

    public Work work() {
        return work;
    }

    public Look look() {
        return look.get();
    }

    private void revisit(Trail.Place place) {
        tellTrail();
        if (look.get().subject().filter(it -> it.stream().equals(place.stream())).isPresent()) {
            arriveAt(place.index());
        } else {
            goTo(place.stream(), new Destination.AtIndex(place.index()));
        }
    }

    private void arrive(Look arrived) {
        loading.set(Optional.empty());
        boolean same = arrived.subject()
                .map(Subject::stream)
                .equals(look.get().subject().map(Subject::stream));
        look.set(same ? arrived.from(look.get().baseline()) : arrived);
        arrived.subject().ifPresent(growing ? it -> trail.steppedTo(place(it)) : it -> trail.jumpedTo(place(it)));
        growing = false;
        tellTrail();
    }

    private void fail(Throwable failure) {
        loading.set(Optional.empty());
        tell(Notice.of(failure));
    }

    private void tellTrail() {
        canGoBack.set(trail.hasBack());
        canGoForward.set(trail.hasForward());
    }

    private static Look load(Wish wish) {
        OpenStore store = wish.store();
        StreamHistory history =
                store.history(wish.stream(), wish.fold(), Progress.SILENT, new Cancellation());
        var subject = new Subject(history, snapshots(store, wish.stream()));
        return Look.at(subject, indexOf(history, wish.destination()));
    }

    private static List<StoredSnapshot> snapshots(OpenStore store, String stream) {
        try {
            return store.snapshots(stream);
        } catch (ConnectorException _) {
            return List.of(); // the events can still be looked at
        }
    }

    private static int indexOf(StreamHistory history, Destination destination) {
        return switch (destination) {
            case Destination.AtMoment(var moment) -> history.indexAt(moment);
            case Destination.AtIndex(int index) -> index;
        };
    }
}
