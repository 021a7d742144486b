package io.hindcast.engine.mask;

import io.hindcast.engine.mask.MaskRule.Target;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Rules ready for use: takes a true value, gives the one that may be shown. Everything is reckoned on true values;
/// this comes last, where an answer leaves the program. Immutable, safe for many threads.
///
/// What no rule means is given back as the very same object. Every masking is counted in the log that is handed in.
public final class Masking {
    /// Where several rules mean a value, the one that gives the least away stands; so more rules never show more.
    private static final Comparator<MaskRule> STRICTEST =
            Comparator.comparingInt(MaskRule::keep).thenComparing(MaskRule::pseudonym);

    /// No rules: shows everything as it is.
    public static final Masking NONE = new Masking(MaskRules.NONE, Optional.empty(), List.of(), List.of());

    private static final int REMEMBERED_SCOPES = 10_000;

    private final MaskRules rules;
    private final Optional<MaskKey> key;
    private final List<Disguise> disguises;
    private final List<Disguise> inTexts;
    private final List<Disguise> inHeaders;
    private final List<Map<EventField, List<FieldLocation>>> locations;
    private final Map<MaskScope, BodyMasks> scopes = new ConcurrentHashMap<>();

    private Masking(
            MaskRules rules,
            Optional<MaskKey> key,
            List<MaskRule> inForce,
            List<Map<EventField, List<FieldLocation>>> locations) {
        this.locations = List.copyOf(locations);
        this.rules = rules;
        this.key = key;
        this.disguises = inForce.stream()
                .sorted(STRICTEST)
                .map(rule -> new Disguise(rule, key.orElse(null)))
                .toList();
        this.inTexts = anyText(MaskPlace.TEXT);
        this.inHeaders = anyText(MaskPlace.STREAM);
    }

    /// @param key for pseudonyms
    /// @return empty when a rule makes pseudonyms and there is no key
    public static Optional<Masking> of(MaskRules rules, Optional<MaskKey> key) {
        if (rules.all().isEmpty()) {
            return Optional.of(NONE);
        }
        return rules.needKey() && key.isEmpty() ? Optional.empty() : Optional.of(new Masking(rules, key, rules.all(), List.of()));
    }

    /// Both together: what one of them hides is hidden. Pseudonyms are made with the key of this one, if it has any.
    public Masking and(Masking more) {
        Optional<MaskKey> one = key.or(() -> more.key);
        return new Masking(rules.and(more.rules), one, rules.and(more.rules).all(), List.of()).in(locations);
    }

    /// The same for stores that keep actors and the like in bodies: a mask of a header holds there as well.
    ///
    /// @param locations where stores keep what is the same in each
    public Masking in(List<Map<EventField, List<FieldLocation>>> locations) {
        var inForce = new ArrayList<>(rules.all());
        for (MaskRule rule : rules.all()) {
            if (rule.target() instanceof Target.Header(MaskPlace place)) {
                fieldOf(place).ifPresent(field -> locations.forEach(each -> each.getOrDefault(field, List.of())
                        .forEach(location -> inForce.add(rule.at(location)))));
            }
        }
        return isNone() ? this : new Masking(rules, key, inForce, locations);
    }

    /// Whether a value that stores keep in bodies is masked where they keep it.
    public boolean hides(EventField field, String category) {
        var value = new Text("2000-01-01");
        return locations.stream()
                .flatMap(each -> each.getOrDefault(field, List.of()).stream())
                .anyMatch(location -> !at(scope(location, category), FieldPath.parse(location.pointer()), value, new MaskLog())
                        .equals(value));
    }

    private static MaskScope scope(FieldLocation location, String category) {
        return switch (location.part()) {
            case DATA -> MaskScope.data(category, "");
            case METADATA -> MaskScope.metadata(category, "");
        };
    }

    private static Optional<EventField> fieldOf(MaskPlace place) {
        return switch (place) {
            case ACTOR -> Optional.of(EventField.ACTOR);
            case CORRELATION -> Optional.of(EventField.CORRELATION_ID);
            case CAUSATION -> Optional.of(EventField.CAUSATION_ID);
            case STREAM, EVENT_ID, DATA, METADATA, STATE, TEXT -> Optional.empty();
        };
    }

    private List<Disguise> anyText(MaskPlace place) {
        return disguises.stream()
                .filter(one -> one.rule().target() instanceof Target.AnyText && one.rule().places().contains(place))
                .toList();
    }

    public boolean isNone() {
        return disguises.isEmpty();
    }

    public MaskRules rules() {
        return rules;
    }

    /// Tells which key made the pseudonyms; empty where no rule makes any.
    public Optional<String> keyFingerprint() {
        return rules.needKey() ? key.map(MaskKey::fingerprint) : Optional.empty();
    }

    /// Whether a rule may mean something in such a body.
    public boolean touches(MaskScope scope) {
        return !isNone() && !masks(scope).isEmpty();
    }

    /// A whole body: data, metadata or a state.
    public StateValue value(MaskScope scope, StateValue value, MaskLog log) {
        return isNone() ? value : masks(scope).over(value, log);
    }

    /// The value that stands at a path of such a body.
    public StateValue at(MaskScope scope, FieldPath path, StateValue value, MaskLog log) {
        return isNone() ? value : masks(scope).at(path, value, log);
    }

    /// The names of a path, where a pattern meets one.
    public FieldPath path(MaskScope scope, FieldPath path, MaskLog log) {
        return isNone() ? path : masks(scope).path(path, log);
    }

    /// Both sides of a difference, and its path. What changed stays told as changed, even where both sides now look the
    /// same.
    public Change change(MaskScope scope, Change change, MaskLog log) {
        return isNone()
                ? change
                : new Change(
                        path(scope, change.path(), log),
                        at(scope, change.path(), change.before(), log),
                        at(scope, change.path(), change.after(), log));
    }

    /// A text out of a header: a stream name, an actor.
    public String header(MaskPlace place, String text, MaskLog log) {
        if (isNone()) {
            return text;
        }
        List<Disguise> meant = disguises.stream().filter(one -> one.rule().target().equals(new Target.Header(place))).toList();
        var partial = new ArrayList<>(inHeaders);
        meant.stream().filter(Disguise::isPartial).forEach(partial::add);
        Optional<Disguise> whole = meant.stream().filter(one -> !one.isPartial()).findFirst();
        if (whole.isPresent()) {
            return whole(whole.get(), place, text, partial, log);
        }
        if (place == MaskPlace.STREAM) {
            return TextMasks.overStream(text, partial, log);
        }
        String masked = TextMasks.over(text, partial, place, log);
        String kept = fieldOf(place).map(field -> kept(field, text, log)).orElse(text);
        boolean both = !kept.equals(text) && !masked.equals(text) && !kept.equals(masked);
        return both ? TextMasks.over(kept, partial, place, log) : kept.equals(text) ? masked : kept;
    }

    /// Of a text that holds what patterns hide, no characters are kept: they may be of that.
    private static String whole(Disguise disguise, MaskPlace place, String text, List<Disguise> partial, MaskLog log) {
        if (disguise.isOwn(text)) {
            return text;
        }
        log.add(disguise.rule().name(), place);
        boolean holdsMore = disguise.keeps() && TextMasks.matchAny(text, partial);
        return (holdsMore ? disguise.keepingNothing() : disguise).over(text);
    }

    /// A text that stores keep in bodies, as it may be shown by itself: masked where it is masked in a body.
    ///
    /// @param text an actor, a day on which an event holds
    public String kept(EventField field, String text, MaskLog log) {
        for (Map<EventField, List<FieldLocation>> each : locations) {
            for (FieldLocation location : each.getOrDefault(field, List.of())) {
                var value = new Text(text);
                StateValue shown = at(scope(location, ""), FieldPath.parse(location.pointer()), value, log);
                if (shown instanceof Text(String masked) && !masked.equals(text)) {
                    return masked;
                }
            }
        }
        return text;
    }

    /// Whether a rule may mean texts of this kind in headers.
    public boolean touchesHeader(MaskPlace place) {
        return !inHeaders.isEmpty()
                || disguises.stream()
                        .anyMatch(one -> one.rule().target() instanceof Target.Header(MaskPlace meant) && meant == place);
    }

    /// A sentence, as far as patterns can tell what must not be in it.
    public String text(String text, MaskLog log) {
        return inTexts.isEmpty() ? text : TextMasks.over(text, inTexts, MaskPlace.TEXT, log);
    }

    /// Whether a value stands in place of another.
    public static boolean isMask(StateValue value) {
        return value instanceof Text(String text) && isMask(text);
    }

    public static boolean isMask(String text) {
        return text.startsWith(Disguise.OPENING);
    }

    private BodyMasks masks(MaskScope scope) {
        BodyMasks known = scopes.get(scope);
        if (known == null) {
            known = new BodyMasks(
                    scope.place(),
                    disguises.stream().filter(one -> one.rule().means(scope)).toList());
            if (scopes.size() < REMEMBERED_SCOPES) {
                scopes.put(scope, known);
            }
        }
        return known;
    }
}
