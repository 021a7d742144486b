package io.hindcast.desktop.focus;

import io.hindcast.engine.fold.propose.MaskedRules;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.mask.MaskScope;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// The outlet of the window: takes true values, gives what may be shown. Everything is reckoned on true values; this comes
/// last. Immutable but for the count of what was masked; safe for many threads.
public final class Masks {
    /// Shows everything.
    public static final Masks NONE = new Masks(MaskFinder.Found.NOTHING, new MaskLog(), _ -> "", List.of());

    private final MaskFinder.Found rules;
    private final Masking masking;
    private final MaskLog log;
    private final UnaryOperator<String> categories;
    private final List<Reveal> revealed;

    private Masks(MaskFinder.Found rules, MaskLog log, UnaryOperator<String> categories, List<Reveal> revealed) {
        this.rules = rules;
        this.masking = rules.masking();
        this.log = log;
        this.categories = categories;
        this.revealed = List.copyOf(revealed);
    }

    /// @param categories the category of a stream, "" where it is not known
    public static Masks of(MaskFinder.Found rules, UnaryOperator<String> categories) {
        return new Masks(rules, new MaskLog(), categories, List.of());
    }

    Masks revealing(Reveal more) {
        var all = new ArrayList<>(revealed);
        all.add(more);
        return new Masks(rules, log, categories, all);
    }

    /// The same with nothing revealed.
    public Masks hidingAgain() {
        return new Masks(rules, log, categories, List.of());
    }

    /// No rule at all.
    public boolean isNone() {
        return masking.isNone();
    }

    /// Whether something may be hidden: there are rules, and not everything is revealed.
    public boolean hidesAnything() {
        return !isOpenAll();
    }

    public MaskFinder.Found rules() {
        return rules;
    }

    /// For what masks are lifted, in the order in which they were.
    public List<Reveal> revealed() {
        return revealed;
    }

    /// How often each rule has hidden something since the rules are in use.
    public List<MaskLog.Count> counts() {
        return log.counts();
    }

    /// A state of a stream, or a snapshot.
    public Shown state(String stream, StateValue state) {
        return isOpen(stream) ? new Shown(state) : new Shown(masking.value(MaskScope.state(category(stream)), state, log));
    }

    /// What stands at a path in a state of a stream.
    public Shown stateAt(String stream, FieldPath path, StateValue value) {
        return isOpen(stream)
                ? new Shown(value)
                : new Shown(masking.at(MaskScope.state(category(stream)), path, value, log));
    }

    /// What stands at a path, of many streams of a category together: a total.
    public Shown totalAt(String category, FieldPath path, StateValue value) {
        return isOpenAll() ? new Shown(value) : new Shown(masking.at(MaskScope.state(category), path, value, log));
    }

    public ShownChange change(String stream, Change change) {
        if (isOpen(stream)) {
            return new ShownChange(change.path(), change.kind(), new Shown(change.before()), new Shown(change.after()));
        }
        Change masked = masking.change(MaskScope.state(category(stream)), change, log);
        return new ShownChange(masked.path(), change.kind(), new Shown(masked.before()), new Shown(masked.after()));
    }

    public List<ShownChange> changes(String stream, List<Change> changes) {
        return changes.stream().map(it -> change(stream, it)).toList();
    }

    /// Names of fields in states of a stream, where a pattern meets one.
    public FieldPath path(String stream, FieldPath path) {
        return isOpen(stream) ? path : masking.path(MaskScope.state(category(stream)), path, log);
    }

    /// The body of an event.
    public Shown data(Event event, StateValue data) {
        return isOpen(event)
                ? new Shown(data)
                : new Shown(reasonIn(masking.value(MaskScope.data(event.category(), event.type()), data, log)));
    }

    public Shown metadata(Event event, StateValue metadata) {
        return isOpen(event)
                ? new Shown(metadata)
                : new Shown(reasonIn(masking.value(MaskScope.metadata(event.category(), event.type()), metadata, log)));
    }

    /// Why something cannot be read is a sentence like others.
    private StateValue reasonIn(StateValue value) {
        return value instanceof Opaque(String reason, int size, String preview)
                ? new Opaque(masking.text(reason, log), size, preview)
                : value;
    }

    /// Whether the bytes of an event's body must not be shown: a mask means something in them, or may do so in what cannot
    /// be read.
    @SuppressWarnings("ReferenceEquality") // what no rule means is the very same value
    public boolean hidesBytes(Event event, StateValue data) {
        if (isOpen(event)) {
            return false;
        }
        var scope = MaskScope.data(event.category(), event.type());
        return data instanceof Opaque ? masking.touches(scope) : masking.value(scope, data, new MaskLog()) != data;
    }

    /// Whether a rule may mean something in bodies or metadata of a type.
    public boolean mayMean(String stream, String type) {
        return !isOpen(stream)
                && (masking.touches(MaskScope.data(category(stream), type))
                        || masking.touches(MaskScope.metadata(category(stream), type)));
    }

    /// The name of a stream.
    public String stream(String stream) {
        return isOpen(stream) || stream.isEmpty() ? stream : masking.header(MaskPlace.STREAM, stream, log);
    }

    public String eventId(Event event, String id) {
        return isOpen(event) ? id : masking.header(MaskPlace.EVENT_ID, id, log);
    }

    /// Of an event of which no more than its stream is known.
    public String eventId(String stream, String id) {
        return isOpen(stream) ? id : masking.header(MaskPlace.EVENT_ID, id, log);
    }

    /// A field that means the same in every store.
    public String common(Event event, EventField field, String text) {
        if (isOpen(event)) {
            return text;
        }
        return switch (field) {
            case ACTOR -> masking.header(MaskPlace.ACTOR, text, log);
            case CORRELATION_ID -> masking.header(MaskPlace.CORRELATION, text, log);
            case CAUSATION_ID -> masking.header(MaskPlace.CAUSATION, text, log);
            case EFFECTIVE_AT, TENANT -> masking.text(text, log);
        };
    }

    /// A value of a column before its store is open: all that is known is what the column is for.
    ///
    /// @param role as in a mapping: `actor`, `correlationId`, `causationId`; others are taken for any text
    public String role(String role, String text) {
        return switch (role) {
            case "actor" -> masking.header(MaskPlace.ACTOR, text, log);
            case "correlationId" -> masking.header(MaskPlace.CORRELATION, text, log);
            case "causationId" -> masking.header(MaskPlace.CAUSATION, text, log);
            default -> masking.text(text, log);
        };
    }

    /// Where an event stands: `account-17 v12`.
    public String place(Event event) {
        return event.version().isPresent() && !event.stream().isEmpty()
                ? stream(event) + " v" + event.version().getAsLong()
                : stream(event);
    }

    /// A place that begins with the name of its stream.
    public String placeOf(String stream, String place) {
        String called = stream(stream);
        return called.equals(stream) ? place : place.replace(stream, called);
    }

    private String stream(Event event) {
        return isOpen(event) ? event.stream() : stream(event.stream());
    }

    /// A sentence about a stream, as far as patterns can tell what must not be in it.
    public String text(String stream, String sentence) {
        return isOpen(stream) ? sentence : text(sentence);
    }

    /// A sentence about anything.
    public String text(String sentence) {
        return isOpenAll() ? sentence : masking.text(sentence, log);
    }

    /// The text of proposed rules, for reading: their constants are values of the store.
    public String rules(Proposal proposal) {
        return isOpenAll() ? proposal.rules() : MaskedRules.of(proposal, masking, log);
    }

    /// A text that is no part of the store: a label of the window, a type, a count.
    public static Shown plain(String text) {
        return new Shown(new Text(text));
    }

    /// A number that is no part of the store.
    public static Shown plain(Num number) {
        return new Shown(number);
    }

    /// The same; null where it is absent.
    public static Shown plain(Optional<?> text) {
        return text.map(it -> plain(it.toString())).orElseGet(() -> new Shown(Null.NULL));
    }

    /// A version, a count; null where it is absent.
    public static Shown plain(OptionalLong number) {
        return new Shown(number.isPresent() ? Num.of(number.getAsLong()) : Null.NULL);
    }

    private String category(String stream) {
        return categories.apply(stream);
    }

    private boolean isOpenAll() {
        return isNone() || revealed.stream().anyMatch(Reveal.OfStore.class::isInstance);
    }

    private boolean isOpen(String stream) {
        return isNone() || revealed.stream().anyMatch(it -> it.means(stream));
    }

    private boolean isOpen(Event event) {
        return isNone() || revealed.stream().anyMatch(it -> it.means(event));
    }
}
