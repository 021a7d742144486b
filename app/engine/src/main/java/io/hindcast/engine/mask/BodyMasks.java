package io.hindcast.engine.mask;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the rules of one scope do to a body, from its root down. Immutable.
final class BodyMasks {
    /// Deeper than this nobody looks: what lies there is masked whole, if a rule might mean it.
    static final int DEEPEST = 1_000;

    private final MaskPlace place;
    private final List<Disguise> placed = new ArrayList<>();
    private final List<Trail> trails = new ArrayList<>();
    private final List<Disguise> anywhere;

    /// @param disguises those that hold in this scope
    BodyMasks(MaskPlace place, List<Disguise> disguises) {
        this.place = place;
        for (Disguise disguise : disguises) {
            if (disguise.rule().target() instanceof MaskRule.Target.At(List<String> steps, _)) {
                placed.add(disguise);
                trails.add(new Trail(steps));
            }
        }
        this.anywhere = disguises.stream()
                .filter(disguise -> disguise.rule().target() instanceof MaskRule.Target.AnyText)
                .toList();
    }

    boolean isEmpty() {
        return placed.isEmpty() && anywhere.isEmpty();
    }

    /// How far every rule is, and which patterns hold from here on down.
    @SuppressWarnings("ArrayRecordComponent")
    private record Here(long[] reached, List<Disguise> partial, Optional<Disguise> whole) {}

    private Here root() {
        long[] reached = trails.stream().mapToLong(Trail::start).toArray();
        return arrived(reached, anywhere);
    }

    private Here below(Here here, String step) {
        long[] reached = new long[here.reached.length];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = here.reached[i] == 0 ? 0 : trails.get(i).after(here.reached[i], step);
        }
        return arrived(reached, here.partial);
    }

    private Here arrived(long[] reached, List<Disguise> above) {
        List<Disguise> partial = above;
        Optional<Disguise> whole = Optional.empty();
        for (int i = 0; i < reached.length; i++) {
            if (trails.get(i).isThere(reached[i])) {
                Disguise disguise = placed.get(i);
                if (!disguise.isPartial()) {
                    whole = whole.or(() -> Optional.of(disguise));
                } else if (!partial.contains(disguise)) {
                    partial = new ArrayList<>(partial);
                    partial.add(disguise);
                }
            }
        }
        return new Here(reached, partial, whole);
    }

    private static boolean isIdle(Here here) {
        if (!here.partial.isEmpty()) {
            return false;
        }
        for (long each : here.reached) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /// The value itself where nothing of it is masked.
    StateValue over(StateValue value, MaskLog log) {
        return over(value, root(), 0, log);
    }

    /// The value that stands at a path.
    StateValue at(FieldPath path, StateValue value, MaskLog log) {
        Here here = root();
        for (String step : path.steps()) {
            if (here.whole.isPresent()) {
                break;
            }
            here = below(here, step);
        }
        return over(value, here, 0, log);
    }

    /// The names of a path, where a pattern meets one.
    FieldPath path(FieldPath path, MaskLog log) {
        Here here = root();
        var steps = new ArrayList<String>(path.steps().size());
        for (String step : path.steps()) {
            steps.add(here.partial.isEmpty() ? step : TextMasks.over(step, here.partial, place, log));
            here = below(here, step);
        }
        return new FieldPath(steps);
    }

    private StateValue over(StateValue value, Here here, int depth, MaskLog log) {
        if (here.whole.isPresent()) {
            return whole(value, here, here.whole.get(), log);
        }
        if (isIdle(here)) {
            return value;
        }
        return switch (value) {
            case Absent _, Null _, Bool _ -> value;
            case Text(String text) -> text(value, text, here, log);
            case Num number -> number(number, here, log);
            case Opaque opaque -> unread(opaque, here, log);
            case Fields fields -> depth == DEEPEST ? whole(value, any(here), log) : fields(fields, here, depth, log);
            case Items items -> depth == DEEPEST ? whole(value, any(here), log) : items(items, here, depth, log);
        };
    }

    private StateValue whole(StateValue value, Disguise disguise, MaskLog log) {
        if (value instanceof Null || !value.isPresent()) {
            return value;
        }
        if (value instanceof Text(String text) && disguise.isOwn(text)) {
            return value;
        }
        log.add(disguise.rule().name(), place);
        return disguise.over(value);
    }

    /// Of a text that holds what patterns hide, no characters are kept: they may be of that.
    private StateValue whole(StateValue value, Here here, Disguise disguise, MaskLog log) {
        boolean holdsMore = value instanceof Text(String text) && disguise.keeps() && TextMasks.matchAny(text, here.partial);
        return holdsMore && !disguise.isOwn(((Text) value).value())
                ? whole(value, disguise.keepingNothing(), log)
                : whole(value, disguise, log);
    }

    private StateValue text(StateValue value, String text, Here here, MaskLog log) {
        if (here.partial.isEmpty()) {
            return value;
        }
        String masked = TextMasks.over(text, here.partial, place, log);
        return masked.equals(text) ? value : new Text(masked);
    }

    /// A number in which a pattern matches is masked whole: a piece of a number is another number.
    private StateValue number(Num number, Here here, MaskLog log) {
        for (Disguise disguise : here.partial) {
            if (TextMasks.matchAny(number.digits(), List.of(disguise))) {
                return whole(number, disguise, log);
            }
        }
        return number;
    }

    /// What could not be read may hold anything: its first bytes are not shown.
    private StateValue unread(Opaque opaque, Here here, MaskLog log) {
        if (opaque.preview().isEmpty()) {
            return opaque;
        }
        Disguise disguise = any(here);
        log.add(disguise.rule().name(), place);
        return new Opaque(opaque.reason(), opaque.size(), disguise.overUnread());
    }

    /// The first rule that may mean something at this place or below.
    private Disguise any(Here here) {
        for (int i = 0; i < here.reached.length; i++) {
            if (here.reached[i] != 0) {
                return placed.get(i);
            }
        }
        return here.partial.getFirst();
    }

    @SuppressWarnings("ReferenceEquality")
    private StateValue fields(Fields fields, Here here, int depth, MaskLog log) {
        if (!here.partial.isEmpty() && fields.names().stream().anyMatch(name -> TextMasks.matchAny(name, here.partial))) {
            return renamed(fields, here, depth, log);
        }
        Fields masked = fields;
        for (Map.Entry<String, StateValue> entry : fields.entries()) {
            StateValue other = over(entry.getValue(), below(here, entry.getKey()), depth + 1, log);
            if (other != entry.getValue()) {
                masked = masked.with(entry.getKey(), other);
            }
        }
        return masked;
    }

    /// Names are texts too. Two that look the same once masked are told apart by a number.
    private Fields renamed(Fields fields, Here here, int depth, MaskLog log) {
        var all = Fields.builder(fields.size());
        var taken = new HashSet<>(fields.names());
        for (Map.Entry<String, StateValue> entry : fields.entries()) {
            StateValue value = over(entry.getValue(), below(here, entry.getKey()), depth + 1, log);
            String name = TextMasks.over(entry.getKey(), here.partial, place, log);
            String free = name;
            for (int i = 2; !name.equals(entry.getKey()) && !taken.add(free); i++) {
                free = name + " (" + i + ")";
            }
            all.put(free, value);
        }
        return all.build();
    }

    @SuppressWarnings("ReferenceEquality")
    private StateValue items(Items items, Here here, int depth, MaskLog log) {
        List<StateValue> masked = List.of();
        for (int i = 0; i < items.size(); i++) {
            StateValue item = items.values().get(i);
            StateValue other = over(item, below(here, Integer.toString(i)), depth + 1, log);
            if (other != item) {
                if (masked.isEmpty()) {
                    masked = new ArrayList<>(items.values());
                }
                masked.set(i, other);
            }
        }
        return masked.isEmpty() ? items : new Items(masked);
    }
}
