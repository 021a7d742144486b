package io.hindcast.engine.whatif;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;


/// What is supposed to be otherwise than it was recorded. Immutable, lives in memory only, and changes nothing in the
/// store: it is put between the events and a fold.
public final class Hypothesis {
    public static final Hypothesis NONE = new Hypothesis(List.of());

    private final List<Alteration> alterations;
    private final Map<OptionalLong, List<Alteration>> byVersion = new HashMap<>();

    private Hypothesis(List<Alteration> alterations) {
        this.alterations = List.copyOf(alterations);
        for (Alteration one : alterations) {
            byVersion.computeIfAbsent(one.pick().version(), _ -> new ArrayList<>()).add(one);
        }
    }

    public boolean isEmpty() {
        return alterations.isEmpty();
    }

    /// In the order in which they were supposed.
    public List<Alteration> alterations() {
        return alterations;
    }

    /// The same, and this event never happened. What was supposed of the event before is forgotten.
    public Hypothesis muting(EventPick pick) {
        return without(pick).and(new Alteration.Mute(pick));
    }

    /// The same, and this event had another body. What was supposed of the event before is forgotten.
    public Hypothesis replacing(EventPick pick, StateValue data) {
        return without(pick).and(new Alteration.Replace(pick, data));
    }

    /// The same, but the event is as it was recorded.
    public Hypothesis without(EventPick pick) {
        return new Hypothesis(
                alterations.stream().filter(one -> !one.pick().equals(pick)).toList());
    }

    private Hypothesis and(Alteration alteration) {
        var more = new ArrayList<>(alterations);
        more.add(alteration);
        return new Hypothesis(more);
    }

    /// What is supposed of an event.
    public Optional<Alteration> of(Event event) {
        return first(byVersion.get(event.version()), event)
                .or(() -> event.version().isEmpty()
                        ? Optional.empty()
                        : first(byVersion.get(OptionalLong.empty()), event));
    }

    private static Optional<Alteration> first(@Nullable List<Alteration> some, Event event) {
        return some == null
                ? Optional.empty()
                : some.stream().filter(one -> one.pick().matches(event)).findFirst();
    }

    /// A fold that takes events as they are supposed to be. Without a supposition it is the fold itself.
    public Fold over(Fold fold) {
        return isEmpty() ? fold : new HypotheticalFold(fold, this);
    }

    /// What a fold supposes; nothing for a fold that takes events as they were recorded.
    public static Hypothesis in(Fold fold) {
        return fold instanceof HypotheticalFold supposed ? supposed.hypothesis() : NONE;
    }

    /// The mark that every answer under a supposition carries: `{"muted": ["v12"], "replaced": ["v15"]}`.
    public Fields mark() {
        var muted = new ArrayList<StateValue>();
        var replaced = new ArrayList<StateValue>();
        for (Alteration one : alterations) {
            (one instanceof Alteration.Mute ? muted : replaced).add(new Text(one.pick().shown()));
        }
        return Fields.of("muted", new Items(muted)).with("replaced", new Items(replaced));
    }

    /// Two are equal when they suppose the same of the same events.
    @Override
    public boolean equals(Object other) {
        return other instanceof Hypothesis that && alterations.equals(that.alterations);
    }

    @Override
    public int hashCode() {
        return alterations.hashCode();
    }
}
