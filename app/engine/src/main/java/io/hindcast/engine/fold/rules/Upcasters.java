package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The upcasters of one fold: each event goes through all of them, in the order of the file. Safe for many threads.
final class Upcasters {
    static final Upcasters NONE = new Upcasters(List.of(), Optional.empty());
    private static final int MOST_REMEMBERED = 4_096;

    private final List<Upcaster> upcasters;
    private final boolean isNone;
    private final Optional<Value> revision;
    private final Map<String, Boolean> concerned = new ConcurrentHashMap<>();

    /// @param revision where events say their revision
    Upcasters(List<Upcaster> upcasters, Optional<Value> revision) {
        this.upcasters = List.copyOf(upcasters);
        this.isNone = this.upcasters.isEmpty();
        this.revision = revision;
    }

    /// Whether an event of this type may come out in another shape.
    boolean concern(String type) {
        if (isNone) {
            return false;
        }
        Boolean known = concerned.get(type);
        if (known == null) {
            known = upcasters.stream().anyMatch(upcaster -> upcaster.concerns(type));
            if (concerned.size() < MOST_REMEMBERED) {
                concerned.put(type, known);
            }
        }
        return known;
    }

    /// Sees which events come to which upcaster, in which shape.
    interface Witness {
        Witness NOBODY = (_, _) -> {};

        void passing(Upcaster upcaster, FoldEvent event);
    }

    List<Upcaster> all() {
        return upcasters;
    }

    /// What the rules get to see of an event; nothing when it is dropped.
    List<FoldEvent> upcast(FoldEvent event) throws FoldFailure {
        return upcast(event, Witness.NOBODY);
    }

    List<FoldEvent> upcast(FoldEvent event, Witness witness) throws FoldFailure {
        List<Upcaster.Passing> passing = List.of(new Upcaster.Passing(event, revision(event)));
        for (Upcaster upcaster : upcasters) {
            var next = new ArrayList<Upcaster.Passing>();
            for (Upcaster.Passing one : passing) {
                witness.passing(upcaster, one.event());
                next.addAll(upcaster.apply(one));
            }
            passing = next;
        }
        return passing.stream().map(Upcaster.Passing::event).toList();
    }

    private String revision(FoldEvent event) throws FoldFailure {
        if (revision.isEmpty()) {
            return Upcaster.NO_REVISION;
        }
        StateValue said = revision.get().read(event, NoState.HERE);
        return switch (said) {
            case Text(String text) -> text;
            case Num number -> number.digits();
            default -> Upcaster.NO_REVISION;
        };
    }

    /// The types that events of this type may have when they come out; the type itself where nothing is certain.
    Set<String> typesOf(String type) {
        Set<String> types = new HashSet<>(Set.of(type));
        for (Upcaster upcaster : upcasters) {
            var next = new HashSet<String>();
            for (String one : types) {
                if (upcaster.concerns(one)) {
                    upcaster.parts().forEach(part -> next.add(part.type().orElse(one)));
                    if (!upcaster.revisions().isEmpty() || upcaster.condition().isPresent()) {
                        next.add(one);
                    }
                } else {
                    next.add(one);
                }
            }
            types = next;
        }
        return types;
    }
}
