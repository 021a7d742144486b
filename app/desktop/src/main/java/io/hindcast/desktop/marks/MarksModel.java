package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.audit.mark.MarkSet;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.engine.replay.Moment;
import io.hindcast.event.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The marks of the store in the order in which they stand, narrowed by kind, by how they stand, and by a part of their text.
public final class MarksModel {
    /// By stream, then by version; those of the stream and of the store before those of events.
    static final Comparator<Mark> ORDER = Comparator.<Mark, String>comparing(
                    mark -> mark.binding().stream().orElse(""))
            .thenComparingInt(mark -> mark.binding() instanceof Binding.ToEvent ? 1 : 0)
            .thenComparingLong(mark -> mark.binding().version().orElse(Long.MIN_VALUE))
            .thenComparingLong(mark -> mark.made().line());

    private final Focus focus;
    private final MarkBook book;
    private final MarkWords words;
    private final ObjectProperty<Optional<MarkKind>> kind = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Mark>> shown = new ReadOnlyObjectWrapper<>(List.of());

    /// Which marks are listed.
    enum Which {
        ALL,
        /// Those that must not be relied on any more.
        INVALID,
        /// Findings that are not done with.
        OPEN,
        /// Those that somebody took away.
        REMOVED
    }

    public MarksModel(Focus focus, MarkBook book, MarkWords words) {
        this.focus = focus;
        this.book = book;
        this.words = words;
        focus.marked().marksProperty().subscribe((_, _) -> list());
        focus.marked().standingsProperty().subscribe((_, _) -> list());
        kind.subscribe((_, _) -> list());
        which.subscribe((_, _) -> list());
        text.subscribe((_, _) -> list());
    }

    private void list() {
        MarkSet set = focus.marked().now();
        Stream<Mark> all = which.get() == Which.REMOVED
                ? set.everything().stream().filter(Mark::isRemoved)
                : set.all().stream();
        shown.set(all.filter(this::isWanted).sorted(ORDER).toList());
    }

    private boolean isWanted(Mark mark) {
        boolean standing =
                switch (which.get()) {
                    case ALL, REMOVED -> true;
                    case INVALID -> focus.marked().isInvalid(mark);
                    case OPEN -> mark.content() instanceof MarkContent.Finding finding
                            && finding.status() != MarkContent.Status.CLEARED;
                };
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        return standing
                && kind.get().map(it -> it == mark.kind()).orElse(true)
                && (wanted.isEmpty() || searched(mark).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private String searched(Mark mark) {
        String said = words.brief(mark, focus.marked().now().legend()) + '\n' + mark.text() + '\n'
                + words.place(mark.binding()) + '\n' + mark.made().who();
        return mark.content() instanceof MarkContent.Finding finding
                ? String.join("\n", said, finding.condition(), finding.criteria(), finding.cause(), finding.effect(), finding.response())
                : said;
    }

    /// Moves the focus to where a mark stands.
    void goTo(Mark mark) {
        mark.binding().stream().ifPresent(stream -> focus.goTo(stream, destination(mark.binding())));
    }

    private static Destination destination(Binding binding) {
        if (binding.version().isPresent()) {
            return new Destination.AtMoment(new Moment.AtVersion(binding.version().getAsLong()));
        }
        return binding instanceof Binding.ToEvent event && event.position().isPresent()
                ? new Destination.AtMoment(new Moment.AtPosition(event.position().get()))
                : Destination.head();
    }

    /// Goes to the next or the previous event with marks: first those of the focused stream, then those of the streams behind
    /// or before it, and around.
    public void step(boolean forward) {
        List<Mark> all = focus.marked().now().all().stream()
                .filter(mark -> mark.binding() instanceof Binding.ToEvent)
                .sorted(forward ? ORDER : ORDER.reversed())
                .toList();
        Look look = focus.look();
        String stream = look.subject().map(it -> it.stream()).orElse("");
        long version = focusedEvent().map(event -> event.version().orElse(-1)).orElse(Long.MIN_VALUE);
        all.stream()
                .filter(mark -> {
                    int way = mark.binding().stream().orElse("").compareTo(stream);
                    int order = way == 0 ? Long.compare(mark.binding().version().orElse(-1), version) : way;
                    return forward ? order > 0 : order < 0;
                })
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(this::goTo);
    }

    /// The focused event, absent where none is.
    Optional<Event> focusedEvent() {
        Look look = focus.look();
        return look.history().filter(_ -> look.isOnEvent()).map(history -> history.event(look.index()));
    }

    /// The marks of the focused event.
    List<Mark> ofFocus() {
        return focusedEvent().map(focus.marked().now()::of).orElse(List.of());
    }

    /// Those that are listed.
    ReadOnlyObjectProperty<List<Mark>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ObjectProperty<Optional<MarkKind>> kindProperty() {
        return kind;
    }

    ObjectProperty<Which> whichProperty() {
        return which;
    }

    StringProperty textProperty() {
        return text;
    }

    /// Where they are written.
    public MarkBook book() {
        return book;
    }

    MarkWords words() {
        return words;
    }

    Focus focus() {
        return focus;
    }
}
